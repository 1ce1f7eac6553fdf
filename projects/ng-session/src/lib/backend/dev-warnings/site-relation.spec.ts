import { type SiteRelation, isLoopback, siteRelation } from './site-relation';

describe('siteRelation', () => {
  const rows: readonly [page: string, api: string, relation: SiteRelation][] = [
    ['http://localhost:4200/a', 'http://localhost:4200/b', 'same-origin'],
    ['https://example.com', 'https://example.com:443/api', 'same-origin'],
    ['http://localhost:4200', 'http://localhost:3000', 'same-site'],
    ['https://app.example.com', 'https://api.example.com', 'same-site'],
    ['https://example.com', 'https://a.b.example.com', 'same-site'],
    ['https://app.example.co.uk', 'https://api.example.co.uk', 'same-site'],
    ['http://localhost:4200', 'https://localhost:5001', 'other-scheme'],
    ['https://app.example.com', 'http://api.example.com', 'other-scheme'],
    ['http://localhost:4200', 'http://127.0.0.1:3000', 'cross-site'],
    ['http://localhost:4200', 'http://[::1]:3000', 'cross-site'],
    ['http://10.0.0.1', 'http://10.1.0.1', 'cross-site'],
    ['https://example.com', 'https://example.org', 'cross-site'],
    ['https://example.com', 'https://notexample.com', 'cross-site'],
    ['https://a.co.uk', 'https://b.co.uk', 'cross-site'],
    ['http://localhost:4200', 'https://api.example.com', 'cross-site'],
  ];
  for (const [page, api, relation] of rows) {
    it(`is ${relation} from ${page} to ${api}, and back`, () => {
      expect(siteRelation(new URL(page), new URL(api))).toBe(relation);
      expect(siteRelation(new URL(api), new URL(page))).toBe(relation);
    });
  }
});

describe('isLoopback', () => {
  for (const [url, expected] of [
    ['http://localhost:4200', true],
    ['http://app.localhost', true],
    ['http://127.0.0.1', true],
    ['http://127.1.2.3', true],
    ['http://[::1]:3000', true],
    ['http://10.0.0.1', false],
    ['https://localhost.example.com', false],
    ['https://notlocalhost', false],
  ] as const) {
    it(`is ${expected} for ${url}`, () => {
      expect(isLoopback(new URL(url))).toBe(expected);
    });
  }
});
