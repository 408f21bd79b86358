import { describe, expect, it } from 'vitest';
import { isPrivateSite } from '../../../../scripts/recognise/private-site.ts';

const unknown = { verdict: 'unknown', why: 'not-listed' } as const;
const judge = (address: string) =>
  ({ verdict: new URL(address).hostname.endsWith('.go.jp') ? 'official' : 'unknown' }) as const;

describe('a private site', () => {
  it.each([
    'https://www.nichinichi-shimbun.co.jp/articles/46846',
    'https://visa.or.jp/?p=418',
    'https://visa.or.jp/?back=https://news.co.jp/1',
    'https://cloudfront.net.visa.tokyo/kurashi/',
    'https://example.jp.visa.tokyo/',
  ])('%s', (address) => {
    expect(isPrivateSite(address, unknown, judge)).toBe(true);
  });

  it('is an imitation too, whatever its address holds', () => {
    const imitation = { verdict: 'imitation', why: 'used-in-fakes' } as const;
    expect(isPrivateSite('https://x.tokyo/?u=https://www.moj.go.jp/', imitation, judge)).toBe(true);
  });

  it.each(['official', 'copy', 'service'] as const)('is none that is %s', (verdict) => {
    expect(isPrivateSite('https://www.mihon.co.jp/', { verdict, why: 'listed' }, judge)).toBe(false);
  });
});

describe('the site of a public body, or whose it is the address does not tell', () => {
  it.each([
    'http://203.0.113.7/index.cfm/8,50385',
    'http://[2001:db8::1]/kurashi/',
    'https://511508.mirror.asia/kurashi/',
    'https://d2g247nqf7ca21.cloudfront.net/kurashi/',
    'https://scribd.com/document/1',
    'https://www.kouiki-mihon.jp/?p=1',
    'https://faq.mihon-city-callcenter.jp/faq/detail.aspx?id=1',
    'https://parts.co.jp/embed?url=https%3A%2F%2Fwww.moj.go.jp%2Fisa%2F',
    'https://www.city.mihon.example.jp/kurashi/',
    'http://intranet/kurashi/',
    'file:///home/page.html',
    'nonsense',
  ])('%s', (address) => {
    expect(isPrivateSite(address, unknown, judge)).toBe(false);
  });

  it('of a copy that does not say of what', () => {
    expect(isPrivateSite('https://www.mirror.co.jp/', { verdict: 'unknown', why: 'original-unknown' }, judge)).toBe(
      false,
    );
  });
});
