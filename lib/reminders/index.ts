/** Which notice is due when, what was delivered, and what the person answered. */
export { acknowledge, markDone, markShown, postpone, setMuted, undoDone } from './answers.ts';
export { openNotices } from './open-notices.ts';
export { type Notice, reconcile, type Reconciled, type ReconcileInput } from './reconcile.ts';
