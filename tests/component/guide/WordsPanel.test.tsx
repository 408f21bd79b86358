import { userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { WordsPanel } from '../../../components/guide/WordsPanel.tsx';
import { expectAccessible } from './accessible.ts';
import { date, find, mount, textOf, word } from './fixture.tsx';

type Props = Parameters<typeof WordsPanel>[0];

const asked = { onToggle: vi.fn(), onWord: vi.fn(), onDate: vi.fn() };
const panel = (props: Partial<Props>): HTMLElement => {
  vi.clearAllMocks();
  return mount(<WordsPanel words={[]} dates={[]} open={false} translation={null} searched {...asked} {...props} />);
};

describe('the words and dates of a page without a guide', () => {
  it('are nothing while the page is looked through', () => {
    expect(panel({ searched: false }).children).toHaveLength(0);
    expect(panel({ searched: false, open: true }).children).toHaveLength(0);
  });

  it('are said not to be there, to whom asked for them', async () => {
    expect(textOf(panel({}).querySelector('button')!)).toContain('Nothing to explain here');
    const open = panel({ open: true });
    expect(textOf(open)).toContain('none of the official words that we explain, and no date');
    await expectAccessible(open);
  });

  it('are lists at the edge, words first, and each leads to its explanation', async () => {
    await userEvent.click(find(panel({ words: [word], dates: [date] }), 'button', '窓1 word on this page'));
    expect(asked.onToggle).toHaveBeenCalledExactlyOnceWith(true);
    const open = panel({ words: [word], dates: [date], open: true });
    expect([...open.querySelectorAll('h2, h3')].map(textOf)).toEqual(['1 word on this page', '1 date on this page']);
    const [first, second] = ['電子証明書', date.id].map((name) => find(open, 'button', name));
    await userEvent.click(first!);
    expect(asked.onWord).toHaveBeenCalledExactlyOnceWith(word.id, first);
    await userEvent.click(second!);
    expect(asked.onDate).toHaveBeenCalledExactlyOnceWith(date.id, second);
    await expectAccessible(open);
  });

  it('may be dates alone, which then give the title', async () => {
    expect(textOf(panel({ dates: [date] }))).toContain('1 date on this page');
    const open = panel({ dates: [date], open: true });
    expect([...open.querySelectorAll('h2, h3')].map(textOf)).toEqual(['1 date on this page']);
    await expectAccessible(open);
  });

  it('has the word that the page calls wrongly by the name that the page has', async () => {
    const said = { language: 'en', texts: ['resident card'], also: [] };
    const translation = { made: 'translated' as const, original: null };
    const frame = panel({ translation, words: [{ ...word, said }], open: true });
    expect(textOf(frame)).toContain('A machine translated this page.');
    const button = find(frame, 'button', '電子証明書');
    expect(textOf(button)).toContain('resident card');
    await userEvent.click(button);
    expect(asked.onWord).toHaveBeenCalledExactlyOnceWith('electronic-certificate', button);
    await expectAccessible(frame);
  });

  it('has a line alone where a machine made the page over and nothing else was found', async () => {
    const translation = { made: 'translated' as const, original: 'https://www.city.mihon.example.jp/' };
    expect(textOf(panel({ translation }).querySelector('button')!)).toContain('Help with this page');
    const frame = panel({ translation, open: true });
    expect(frame.querySelectorAll('.made a')).toHaveLength(1);
    expect(frame.querySelector('.words')).toBeNull();
    await expectAccessible(frame);
  });
});
