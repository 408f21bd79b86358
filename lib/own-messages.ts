/**
 * What our own pages ask of the worker, checked on receipt. Apart from `messages.ts`, whose schemas they do not need: those
 * would be 5 kB more to read before the popup is there.
 */
import { z } from './zod.ts';

/** The popup asks for a page that nobody covers: the toolbar click gave us this one tab, for this once. */
const OwnMessage = z.strictObject({ type: z.literal('page:explain'), tabId: z.int() });
export type OwnMessage = z.infer<typeof OwnMessage>;

/** A page inside a page of frames. */
const FramePart = z.strictObject({ url: z.url({ protocol: /^https?$/ }), title: z.string() });
export type FramePart = z.infer<typeof FramePart>;

/**
 * What became of `page:explain`. `private`: a page on which we keep silent; `frames`: a page that only puts others side
 * by side, in which nothing of ours can stand.
 */
export const Explained = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('done') }),
  z.strictObject({ state: z.literal('private') }),
  z.strictObject({ state: z.literal('frames'), parts: z.array(FramePart) }),
]);
export type Explained = z.infer<typeof Explained>;

/** As `readPageMessage`. */
export function readOwnMessage(raw: unknown): OwnMessage | undefined {
  const type = raw !== null && typeof raw === 'object' && 'type' in raw ? raw.type : undefined;
  return type === 'page:explain' ? OwnMessage.parse(raw) : undefined;
}
