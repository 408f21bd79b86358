import { expect, it } from 'vitest';
import { judgePage } from '../../../components/popup/judge-page.ts';
import type { TabVerdict } from '../../../lib/tab-verdict.ts';

const URL_ = 'https://www.city.example.jp/a.html';
const verdict = (more: Partial<TabVerdict> = {}): TabVerdict => ({
  url: URL_,
  host: 'www.city.example.jp',
  procedures: [{ id: 'cert-renew' }],
  siteOff: false,
  asked: false,
  ...more,
});

type Input = [string | undefined, TabVerdict | undefined, string[], boolean];

it.each<[string, Input, ReturnType<typeof judgePage>['state']]>([
  ['recognised', [URL_, verdict(), [], true], 'found'],
  ['recognised, further down the same page', [`${URL_}#part`, verdict(), [], true], 'found'],
  ['the verdict is about the page before', ['https://www.city.example.jp/b.html', verdict(), [], true], 'nothing'],
  ['covered and nothing sure', [URL_, verdict({ procedures: [] }), [], true], 'nothing'],
  ['covered and never asked', [URL_, undefined, [], true], 'nothing'],
  ['not covered', [URL_, undefined, [], false], 'no-access'],
  ['not covered, explained on request', [URL_, verdict({ procedures: [], asked: true }), [], false], 'nothing'],
  ['not covered, recognised on request', [URL_, verdict({ asked: true }), [], false], 'found'],
  ['switched off wins over an older verdict', [URL_, verdict(), ['www.city.example.jp'], true], 'off'],
  ['another site is switched off', [URL_, verdict(), ['city.example.jp'], true], 'found'],
  ['a page of the browser', ['chrome://settings', undefined, [], false], 'unreadable'],
  ['no address told', [undefined, undefined, [], false], 'unreadable'],
  ['a PDF', ['https://www.city.example.jp/form.PDF', undefined, [], true], 'unreadable'],
])('%s', (_why, input, state) => {
  expect(judgePage(...input, true).state).toBe(state);
});

it('is private where silence is promised, whatever else is known of it', () => {
  expect(judgePage(URL_, verdict(), [], true, false)).toEqual({ state: 'private' });
  expect(judgePage(URL_, undefined, ['www.city.example.jp'], false, false)).toEqual({ state: 'private' });
  expect(judgePage('chrome://settings', undefined, [], false, false)).toEqual({ state: 'unreadable' });
});
