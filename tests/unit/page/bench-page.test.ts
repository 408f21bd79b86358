import { describe, expect, it } from 'vitest';
import { largestPage, medianPage, stressPage } from '../../bench/page.ts';

function measure(html: string): { elements: number; texts: number; characters: number } {
  const body = html.slice(html.indexOf('<body'));
  const texts = body.split(/<[^>]*>/).filter((text) => text.trim() !== '');
  return {
    elements: body.match(/<[a-z]/g)?.length ?? 0,
    texts: texts.length,
    characters: texts.join('').replace(/\s/g, '').length,
  };
}
const near = (value: number, wanted: number): boolean => Math.abs(value - wanted) <= wanted * 0.05;

describe('the pages of the bench have the measures the budgets speak of', () => {
  it.each([
    ['median real', medianPage(), 420, 1_600],
    ['largest real', largestPage(), 3_300, 8_600],
  ])('%s', (_name, html, elements, characters) => {
    const measured = measure(html);
    expect(near(measured.elements, elements) && near(measured.characters, characters), JSON.stringify(measured)).toBe(
      true,
    );
  });

  it('stress', () => {
    const { texts, characters } = measure(stressPage());
    expect(near(texts, 20_000) && near(characters, 1_000_000)).toBe(true);
  });
});
