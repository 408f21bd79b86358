import { userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import type { GuideModel } from '../../../lib/visit-model.ts';
import { expectAccessible } from './accessible.ts';
import { find, labels, model, showGuide, somebodyElse, textOf } from './fixture.tsx';

const focused = (frame: HTMLElement): Element | null => (frame.getRootNode() as ShadowRoot).activeElement;

describe('the closed guide', () => {
  it('helps as it is: what, bring, cost, until, and that it is unofficial', async () => {
    const { frame } = showGuide();
    expect(frame.querySelector('h2')?.textContent).toBe('Renew the certificates');
    const facts = [...frame.querySelectorAll('dl div')].map(textOf);
    expect(facts).toEqual(['BringBring the card and both PINs', 'CostFree', 'By whenUntil 7 July 2027']);
    expect(textOf(frame.querySelector('.tag')!)).toBe('Unofficial · 非公式');
    expect(find(frame, 'button', 'Open').getAttribute('aria-expanded')).toBe('false');
    expect(textOf(frame)).not.toContain(model.about);
    await expectAccessible(frame);
  });

  it('is one button at the edge of the window', async () => {
    const { frame } = showGuide({ edge: true });
    expect(frame.querySelectorAll('button')).toHaveLength(1);
    await userEvent.click(frame.querySelector('button')!);
    expect(textOf(frame)).toContain(model.about);
    expect(focused(frame)).toBe(find(frame, 'button', 'Close'));
    await userEvent.keyboard('{Escape}');
    expect(focused(frame)).toBe(find(frame, 'button', `窓${labels['edge']}`));
    await expectAccessible(frame);
  });
});

describe('a day that is near', () => {
  const near = { ...model, by: { ...model.by, daysLeft: 13 } };
  it('comes first in the closed line', () => {
    const facts = [...showGuide({ model: near }).frame.querySelectorAll('dl div')].map(textOf);
    expect(facts[0]).toBe('By whenUntil 7 July 2027');
  });
});

describe('this time for somebody else', () => {
  const chosen = { ...somebodyElse, chosen: { status: null } };

  it('is a switch, and begins with nothing said', async () => {
    const { frame, on } = showGuide({ open: true });
    find(frame, 'input', 'This time for somebody else').focus();
    await userEvent.keyboard(' ');
    expect(on.onSomebodyElse).toHaveBeenCalledExactlyOnceWith({ status: null });
  });

  it('asks for whom, says that nothing is kept, and gives the way back', async () => {
    const { frame, on } = showGuide({ open: true, somebodyElse: chosen });
    expect(textOf(frame)).toContain(labels['somebody-kept']);
    const select = frame.querySelector<HTMLSelectElement>(`select[aria-label="${labels['somebody-who']}"]`)!;
    expect(select.selectedOptions[0]?.textContent).toBe('somebody (not said)');
    select.focus();
    await userEvent.selectOptions(select, 'Anna');
    expect(on.onSomebodyElse).toHaveBeenCalledWith({ person: 'p2' });
    await userEvent.click(find(frame, 'input', 'This time for somebody else'));
    expect(on.onSomebodyElse).toHaveBeenLastCalledWith(null);
    await expectAccessible(frame);
  });

  it('is said in the closed line too', () => {
    expect(textOf(showGuide({ somebodyElse: chosen }).frame.querySelector('h2')!)).toContain('somebody else');
    expect(textOf(showGuide().frame.querySelector('h2')!)).not.toContain('somebody else');
  });

  it('is not offered where nothing personal is said', () => {
    expect(textOf(showGuide({ open: true, somebodyElse: null }).frame)).not.toContain(labels['somebody-else']);
  });
});

describe('the open guide', () => {
  it('says at the step what cannot be undone there', () => {
    const steps = [...showGuide({ open: true }).frame.querySelectorAll('ol li')].map(textOf);
    expect(steps).toEqual(['Book a visit.', 'Go there.A lapsed card cannot be revived.']);
  });

  it('leads to a related guide and to the reset of a PIN, and stands at the title of the new guide', async () => {
    const { frame, on, change } = showGuide({ open: true });
    await userEvent.click(find(frame, 'button', labels['pin-locked']!));
    expect(on.onGuide).toHaveBeenLastCalledWith('pin-reset');
    await userEvent.click(find(frame, 'button', 'Reset a PIN'));
    expect(on.onGuide).toHaveBeenCalledTimes(2);
    change({ model: { ...model, procedure: 'pin-reset' } });
    expect(focused(frame)).toBe(frame.querySelector('h2'));
    expect(textOf(frame)).not.toContain(labels['pin-locked']);
    await expectAccessible(frame);
  });

  it.each(['light', 'dark'] as const)('is accessible in the %s, also with every part opened', async (theme) => {
    const { frame } = showGuide({ open: true }, theme);
    frame.querySelectorAll('details').forEach((part) => (part.open = true));
    await expectAccessible(frame);
  });

  it('reads in the order of advice', () => {
    const text = textOf(showGuide({ open: true }).frame);
    const order = [
      'for you: stay with an end date',
      'on the chip end',
      'Cannot be undone',
      'Before you go',
      'Who goes',
      'My Number Card',
      'By when',
      'Remind me',
      'What you do',
      'What often goes wrong',
      'What you can say',
      '1 word on this page',
      'On the official site',
      'Related',
      'What the counter says, counts.',
      'Switch off on this site',
    ].map((part) => text.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('opens and closes by keyboard, and Escape gives focus back to its button', async () => {
    const { frame } = showGuide();
    find(frame, 'button', 'Open').focus();
    await userEvent.keyboard('{Enter}');
    expect(textOf(frame)).toContain(model.about);
    find(frame, 'input', 'My Number Card').focus();
    await userEvent.keyboard('{Escape}');
    expect(textOf(frame)).not.toContain(model.about);
    expect(focused(frame)).toBe(find(frame, 'button', 'Open'));
  });

  it('stays quiet where somebody has nothing to do with it', () => {
    const { frame } = showGuide({ open: true, model: { ...model, concerns: false } });
    expect(textOf(frame)).toContain(labels['not-for-you']);
    expect(textOf(showGuide({ open: true }).frame)).not.toContain(labels['not-for-you']);
  });

  it('says that it is old', () => {
    expect(textOf(showGuide({ open: true, model: { ...model, old: true } }).frame)).toContain(labels['old']);
  });

  it('has no part without content', () => {
    const { frame } = showGuide({
      open: true,
      words: [],
      model: {
        ...model,
        warnings: [],
        steps: [],
        mistakes: [],
        varies: [],
        phrases: [],
        next: [],
        worries: [],
        pins: [],
        start: [],
        related: [],
        audienceNote: null,
      },
    });
    expect([...frame.querySelectorAll('.body details, .note')]).toEqual([]);
    expect(textOf(frame)).not.toContain(labels['related']);
  });

  it('shows the day, how long it is, and that it is near in words', () => {
    const by = {
      text: 'x',
      last: null,
      lastText: '7 December 2026',
      opensText: 'open since 8 September',
      daysLeft: 13,
      left: '13 days left',
    };
    const { frame } = showGuide({ open: true, model: { ...model, by } });
    expect(textOf(frame.querySelector('.facts div')!)).toBe('By when7 December 2026open since 8 September13 days left');
    expect(frame.querySelector('.facts div')?.classList.contains('near')).toBe(true);
  });
});

describe('the checklist', () => {
  it('remembers ticks and tells them, with their condition beside', async () => {
    const { frame, on } = showGuide({ open: true });
    expect(find(frame, 'input', 'My Number Card').checked).toBe(true);
    expect(textOf(find(frame, 'input', 'The letter').closest('label')!)).toBe(
      'The letter 有効期限通知書In some casesIf you have it.',
    );
    await userEvent.click(find(frame, 'input', 'The letter'));
    await userEvent.click(find(frame, 'input', 'My Number Card'));
    expect(on.onTick.mock.calls).toEqual([
      ['self', 'letter', true],
      ['self', 'card', false],
    ]);
  });

  it('changes with who goes', async () => {
    const { frame, on } = showGuide({ open: true });
    find(frame, 'input', 'I go').focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(textOf(frame)).toContain('Two visits.');
    expect(textOf(frame)).not.toContain('The letter');
    await userEvent.click(find(frame, 'input', 'The sealed form'));
    expect(on.onTick).toHaveBeenCalledExactlyOnceWith('other-proxy', 'form', true);
    await userEvent.click(find(frame, 'button', 'Sheet for the counter'));
    expect(on.onSheet).toHaveBeenCalledExactlyOnceWith('other-proxy');
  });
});

const remind = (state: GuideModel['remind']) => showGuide({ open: true, model: { ...model, remind: state } });
describe('the reminder', () => {
  const on = { deadline: 'p1/certificate-renewal/2027-07-07', text: 'for 7 July 2027' };

  it('is asked for', async () => {
    const { frame, on } = showGuide({ open: true });
    await userEvent.click(find(frame, 'button', 'Remind me'));
    expect(on.onRemind).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('is taken back', async () => {
    const shown = remind({ state: 'on', ...on });
    expect(textOf(shown.frame.querySelector('output')!)).toBe('✓ Reminder is set · for 7 July 2027');
    await userEvent.click(find(shown.frame, 'button', 'Stop the reminder'));
    expect(shown.on.onRemind).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('is over', () => {
    const { frame } = remind({ state: 'done', ...on });
    expect(textOf(frame)).toContain(labels['remind-done']);
    expect(textOf(frame)).not.toContain(labels['remind']);
    expect(textOf(frame)).not.toContain(labels['remind-stop']);
  });

  it('asks for the date on our own page: nothing can be typed here', async () => {
    const { frame, on } = remind({ state: 'needs-date' });
    await userEvent.click(find(frame, 'button', 'Enter the date'));
    expect(on.onAddDate).toHaveBeenCalledOnce();
    expect(
      [...frame.querySelectorAll('input')]
        .map(({ type }) => type)
        .filter((type) => type !== 'radio' && type !== 'checkbox'),
    ).toEqual([]);
  });

  it('is not offered where there is no deadline', () => {
    expect(textOf(remind({ state: 'none' }).frame)).not.toContain('Remind');
  });
});

describe('the ways out', () => {
  it('gives a text about what is wrong, with the address of the page only if the person puts it there', async () => {
    const { frame } = showGuide({ open: true });
    await userEvent.click(find(frame, 'summary', labels['wrong']!));
    const text = (): string => frame.querySelector('textarea')!.value;
    expect(text()).toBe('Madoguchi: cert-renew (電子証明書の更新)\nen: 2 sources, checked 24 Nov 2026\nWhat is wrong:');
    const address = find(frame, 'input', labels['wrong-with-page']!);
    expect(address.checked).toBe(false);
    await userEvent.click(address);
    expect(text()).toContain('\nhttps://www.city.mihon.example.jp/page/\n');
    await userEvent.click(address);
    expect(text()).not.toContain('https:');
    await expectAccessible(frame);
  });

  it('turns the site off with one click, and says where the way back is', async () => {
    const { frame, on } = showGuide({ open: true });
    const off = find(frame, 'button', 'Switch off on this site');
    expect(off.title).toBe('The button in the toolbar switches it on again.');
    await userEvent.click(off);
    expect(on.onSiteOff).toHaveBeenCalledOnce();
  });

  it('opens links beside the page and tells them nothing', () => {
    const { frame } = showGuide({ open: true });
    const links = [...frame.querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toEqual(['https://www.jpki.go.jp/', 'https://www.jpki.go.jp/']);
    for (const { target, rel } of links) expect([target, rel]).toEqual(['_blank', 'noopener noreferrer']);
  });

  it('changes the language, the word and the guide', async () => {
    const other = { ...model, procedure: 'card-renew', title: 'Renew the card' };
    const { frame, on } = showGuide({ open: true, others: [other] });
    await userEvent.selectOptions(frame.querySelector('select')!, 'ja');
    expect(on.onLanguage).toHaveBeenCalledExactlyOnceWith('ja');
    await userEvent.click(find(frame, 'button', 'Renew the card'));
    expect(on.onGuide).toHaveBeenCalledExactlyOnceWith('card-renew');
    await userEvent.click(find(frame, 'summary', '1 word'));
    const button = find(frame, 'button', '電子証明書');
    await userEvent.click(button);
    expect(on.onWord).toHaveBeenCalledExactlyOnceWith('electronic-certificate', button);
  });
});

describe('a narrow column', () => {
  it.each([240, 320, 700])('of %d px cuts nothing off', (width) => {
    const { frame } = showGuide({ open: true });
    (frame.getRootNode() as ShadowRoot).host.parentElement!.style.width = `${width}px`;
    frame.querySelectorAll('details').forEach((part) => (part.open = true));
    const right = frame.getBoundingClientRect().right;
    const out = [...frame.querySelectorAll('*:not(.unseen)')].filter(
      (each) => each.getBoundingClientRect().right > right + 1,
    );
    document.body.style.width = '';
    expect(out).toEqual([]);
  });
});

describe('a page that a machine has made over', () => {
  const original = 'https://www.city.mihon.example.jp/a.html';

  it.each([
    ['translated', false],
    ['translated', true],
    ['easy-ja', false],
    ['kana', true],
  ] as const)('is called so in one line: %s, open %s', async (made, open) => {
    const { frame } = showGuide({ open, translation: { made, original } });
    const line = frame.querySelector('.made')!;
    expect(textOf(line)).toContain(labels[`made-${made}`]);
    const link = line.querySelector('a')!;
    expect([link.href, link.target, link.rel]).toEqual([original, '_blank', 'noopener noreferrer']);
    expect(textOf(link)).toContain(labels[`original-${made}`]);
    await expectAccessible(frame);
  });

  it('has no link where the first page is not known, and no line where nothing was made over', () => {
    const { frame, change } = showGuide({ translation: { made: 'translated', original: null } });
    expect(frame.querySelectorAll('.made a')).toHaveLength(0);
    change({ translation: null });
    expect(frame.querySelector('.made')).toBeNull();
  });

  it('comes and goes under an open guide without taking focus', () => {
    const { frame, change } = showGuide({ open: true });
    const box = find(frame, 'input', 'The letter');
    box.focus();
    for (const translation of [{ made: 'translated' as const, original }, null]) {
      change({ translation });
      expect(focused(frame)).toBe(box);
    }
  });
});
