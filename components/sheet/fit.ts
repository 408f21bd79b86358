/** What stands on the paper is drawn as large as one page allows. */

/** Between the margins of A4 there are 273; a little less, for a printer rounds each line anew. */
const PAPER_HEIGHT_MM = 270;
const PX_PER_MM = 96 / 25.4;
/** Smaller than this nobody reads it across a counter. */
const LEAST = 0.6;
const STEP = 0.02;

/**
 * The scale at which the paper fills at most one page, measured on a copy of it that is as wide as the printed one,
 * whatever the width of the window.
 */
export function fitScale(paper: HTMLElement): number {
  const copy = paper.cloneNode(true) as HTMLElement;
  copy.classList.add('measured');
  paper.ownerDocument.body.append(copy);
  try {
    let scale = 1;
    for (; scale > LEAST; scale -= STEP) {
      copy.style.setProperty('--scale', String(scale));
      if (copy.offsetHeight <= PAPER_HEIGHT_MM * PX_PER_MM) break;
    }
    return scale;
  } finally {
    copy.remove();
  }
}
