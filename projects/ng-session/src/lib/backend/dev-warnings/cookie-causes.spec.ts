import { cookieCauses } from './cookie-causes';

describe('cookieCauses', () => {
  const causes = (page: string, api: string) => cookieCauses(new URL(page), new URL(api));

  const likely: readonly [page: string, api: string, likely: RegExp][] = [
    ['http://localhost:4200', 'http://localhost:4200/api/session', /`Secure`, and .* over http/],
    ['http://localhost:4200', 'http://localhost:3000/api/session', /`Secure`, and .* over http/],
    ['http://example.com', 'http://api.example.com/me', /`Secure`, and .* over http/],
    ['https://example.com', 'https://example.com/me', /`Path` or `Domain`.*example\.com\/me/],
    ['https://localhost:4200', 'https://localhost:3000/me', /`Path` or `Domain`/],
    ['https://app.example.com', 'https://api.example.com/me', /two sites after all/],
    [
      'http://localhost:4200',
      'https://localhost:5001/me',
      /over http and localhost:5001 over https/,
    ],
    ['http://localhost:4200', 'http://127.0.0.1:3000/me', /use the same name for both/],
    ['http://app.example', 'http://api.example.com/me', /serve the API over https/],
    ['http://localhost:4200', 'http://10.0.0.1/me', /serve the API over https/],
    ['http://localhost:4200', 'https://api.example.com/me', /lacks `SameSite=None; Secure`/],
    ['https://example.com', 'https://example.org/me', /lacks `SameSite=None; Secure`/],
  ];
  for (const [page, api, expected] of likely) {
    it(`begin with the likely one for ${page} and ${api}`, () => {
      expect(causes(page, api)[0]).toMatch(expected);
    });
  }

  it('leave out what can not be: SameSite on one site, interceptors and CORS on one origin', () => {
    const own = causes('https://example.com', 'https://example.com/me').join('\n');
    expect(own).not.toMatch(/SameSite|interceptor|http\b/);
    const sameSite = causes('http://localhost:4200', 'http://localhost:3000/me').join('\n');
    expect(sameSite).not.toContain('SameSite=None');
    expect(sameSite).toContain('interceptor');
  });

  it('name third-party cookies where the API is on another site', () => {
    expect(causes('https://example.com', 'https://example.org/me')[1]).toContain('Safari');
  });
});
