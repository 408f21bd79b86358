/** Which notice is due when, what was delivered, and what the person answered. */
export * from './answers.ts';
export { lastDayToTell } from './ladders.ts';
export { openNotices } from './open-notices.ts';
export { type Notice, reconcile, type Reconciled, type ReconcileInput } from './reconcile.ts';
