import { describe, expect, it } from 'vitest';
import { readPageMessage } from '../../lib/messages.ts';
import { Explained, readOwnMessage } from '../../lib/own-messages.ts';

const facts = {
  url: 'https://www.city.mihon.example.jp/a',
  title: '',
  heading: '',
  crumbs: [],
  headings: [],
  sample: '',
  lang: 'ja',
};

describe('messages', () => {
  it.each([
    [{ type: 'page:seen', facts }],
    [{ type: 'page:left' }],
    [{ type: 'visit:open', instead: null, related: null }],
    [{ type: 'visit:open', instead: { person: 'p2' }, related: 'pin-reset' }],
    [{ type: 'visit:open', instead: { status: null }, related: null }],
    [{ type: 'visit:open', instead: { status: 'limited-stay' }, related: null }],
    [{ type: 'visit:words', ids: ['period-of-stay'] }],
    [{ type: 'visit:dates', dates: ['令和8年5月1日'], written: null, instead: null }],
    [{ type: 'date:remind', date: '5月1日', written: null, about: '提出期限', instead: { person: 'p2' }, on: true }],
    [{ type: 'visit:translated', language: 'pt-BR', named: null }],
    [{ type: 'visit:translated', language: '', named: 'https://www.city.mihon.example.jp/a.html' }],
    [{ type: 'guide:tick', procedure: 'cert-renew', who: 'self', item: 'card', on: true }],
    [{ type: 'guide:remind', deadline: 'p1/card-renewal/2027-05-01', on: true }],
    [{ type: 'site:off' }],
  ])('reads %o', (message) => {
    expect(readPageMessage(message)).toEqual(message);
  });

  it.each([[undefined], [null], ['page:left'], [{}], [{ type: 'other' }], [{ type: 5 }], [{ kind: 'page:left' }]])(
    'ignores the stranger %o',
    (message) => {
      expect(readPageMessage(message)).toBeUndefined();
    },
  );

  it.each([
    [{ type: 'page:seen' }, 'no facts'],
    [{ type: 'page:seen', facts: { ...facts, sample: 'あ'.repeat(4001) } }, 'more than the spotter cuts to'],
    [{ type: 'page:seen', facts: { ...facts, url: 'no address' } }, 'an address that is none'],
    [{ type: 'page:left', extra: 1 }, 'a key we do not know'],
    [
      { type: 'guide:tick', procedure: 'cert-renew', who: 'nobody', item: 'card', on: true },
      'a role that does not exist',
    ],
    [{ type: 'visit:words', ids: ['<img>'] }, 'an id that is none'],
    [{ type: 'visit:dates', dates: ['5月1日'.repeat(31)], written: null, instead: null }, 'more than a date'],
    [
      { type: 'date:remind', date: '5月1日', written: null, about: 'あ'.repeat(301), instead: null, on: true },
      'more than a line',
    ],
    [{ type: 'visit:translated', language: 'x'.repeat(41), named: null }, 'no language tag'],
    [{ type: 'visit:translated', language: 'en', named: 'no address' }, 'no address'],
  ])('refuses a bad body: %o (%s)', (message: unknown, _why) => {
    expect(() => readPageMessage(message)).toThrow();
  });

  it('keeps the messages of our own pages apart', () => {
    expect(readPageMessage({ type: 'page:explain', tabId: 1 })).toBeUndefined();
    expect(readOwnMessage({ type: 'page:explain', tabId: 1 })).toEqual({ type: 'page:explain', tabId: 1 });
    expect(readOwnMessage({ type: 'page:left' })).toBeUndefined();
    expect(() => readOwnMessage({ type: 'page:explain', tabId: 'x' })).toThrow();
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'text.html', ''])(
    'takes no part of a page of frames at %o',
    (url) => {
      const frames = (at: string) => ({ state: 'frames', parts: [{ url: at, title: 'x' }] });
      expect(Explained.safeParse(frames('https://www.city.mihon.example.jp/a')).success).toBe(true);
      expect(Explained.safeParse(frames(url)).success).toBe(false);
    },
  );
});
