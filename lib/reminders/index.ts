/** Which notice is due when, what was delivered, and what the person answered. */
export { acknowledge, markDone, markShown, postpone, setMuted, undoDone } from './answers.ts';
export { LADDERS } from './ladders.ts';
export { openNotices, type OpenNotice } from './open-notices.ts';
export { type ClockState, type Notice, reconcile, type Reconciled, type ReconcileInput } from './reconcile.ts';
