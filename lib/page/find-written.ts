/** The day on which a page was written, where it says so above its main heading. Changes nothing. */
import { BlockText } from './block-text.ts';
import { ContentWalk } from './content.ts';
import { findDates, labelsPage } from './find-dates.ts';

/** Above a heading stand a few crumbs and a row of buttons; a page with more is not searched to its heading. */
const MAX_TEXT_NODES = 500;

/**
 * The last day above `heading` that is labelled as the page's own (更新日), as `findDates` reads it; null where there is
 * none. What stands below the heading is found with the other dates of the page.
 */
export function findWritten(root: Element, heading: Element): string | null {
  const walk = new ContentWalk(root);
  const block = new BlockText<null>();
  let written: string | null = null;
  let previous = '';
  const endBlock = (): void => {
    const { text } = block;
    if (text === '') return;
    for (const { start, end, ofPage, from } of findDates(text))
      if (ofPage || (start === 0 && from.unit === 'day' && labelsPage(previous))) written = text.slice(start, end);
    previous = text;
    block.reset(false);
  };
  let texts = 0;
  for (let step = walk.next(); step !== 'end' && texts < MAX_TEXT_NODES; step = walk.next()) {
    if (step === 'text') {
      texts += 1;
      block.append(null, walk.node.nodeValue ?? '');
    } else if (step === 'break') block.break();
    else if (step === 'apart') block.part();
    else if (walk.block) endBlock();
    if (step === 'open' && walk.node === heading) break;
  }
  endBlock();
  return written;
}
