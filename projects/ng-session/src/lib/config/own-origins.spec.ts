import { DOCUMENT, Injector } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import { OwnOrigins } from './own-origins';
import { SESSION_CONFIG, resolveConfig } from './resolve-config';
import { setUp } from '../../../spec/set-up';

describe('our origins', () => {
  const ours = (): OwnOrigins => {
    setUp({
      config: {
        baseUrl: 'https://api.example.com/v1',
        apiOrigins: ['https://files.example.com:8443', 'HTTP://LOCAL.example.com:80/'],
      },
    });
    return TestBed.inject(OwnOrigins);
  };

  const yes = [
    '/api/orders',
    'api/orders',
    '',
    '?page=2',
    `${location.origin}/x`,
    'https://api.example.com',
    'https://api.example.com/',
    'https://api.example.com/other',
    'https://api.example.com:443/x',
    'HTTPS://API.EXAMPLE.COM/x',
    'https://api.example.com?q=a\\b',
    'https://api.example.com#x',
    'https://files.example.com:8443/x',
    'http://local.example.com/x',
    'https://api.example.com/a//b',
    'https://api.example.com/?next=https://evil.example',
  ];
  const no = [
    'http://api.example.com/',
    'https://api.example.com:8443/',
    'https://files.example.com/',
    'https://example.com/',
    'https://sub.api.example.com/',
    'https://api.example.com.evil.example/',
    'https://api.example.community/',
    'https://evil-api.example.com/',
    'https://api.example.com./',
    'https://api.example.com@evil.example/',
    'https://user@api.example.com/',
    'https://u:p@api.example.com/',
    'https://:p@api.example.com/',
    '//evil.example/api',
    '///evil.example/api',
    '\\\\evil.example\\api',
    '/\\evil.example',
    '\\/evil.example',
    'https:\\\\api.example.com\\x',
    'https://api.example.com\\@evil.example/',
    'https:/\\api.example.com/',
    'https://api.exam\tple.com/',
    'https://api.example.com\n/',
    'https://api.example.com/\u007f',
    '\u0000https://api.example.com/',
    'java\nscript:x',
    'https://api.ex\u0430mple.com/',
    'https://\u0430pi.example.com/',
    'https://api.example.com%00.evil.example/',
    'blob:https://api.example.com/1234',
    `blob:${location.origin}/1234`,
    'data:text/plain,https://api.example.com',
    'ws://api.example.com/',
    'wss://api.example.com/',
    'file:///etc/passwd',
    'filesystem:https://api.example.com/x',
    'javascript:alert(1)',
    'about:blank',
    'https://',
    'http://[',
    'https://api.example.com:99999/',
    'https://3232235777/',
    'https://evil.example/https://api.example.com',
    'https://evil.example/?https://api.example.com',
  ];

  for (const url of yes) {
    it(`hold ${JSON.stringify(url)}`, () => {
      expect(ours().has(url)).toBeTrue();
    });
  }
  for (const url of no) {
    it(`do not hold ${JSON.stringify(url)}`, () => {
      expect(ours().has(url)).toBeFalse();
    });
  }

  /** Those of an app whose page is elsewhere. */
  const oursAt = (href: string, baseURI = href): OwnOrigins =>
    Injector.create({
      providers: [
        { provide: DOCUMENT, useValue: { location: { href }, baseURI } },
        {
          provide: SESSION_CONFIG,
          useValue: resolveConfig({
            signInUrl: 'https://in.example.com/x',
            signOutUrl: 'https://out.example.com/x',
            updateUrl: 'https://me.example.com/x',
          }),
        },
        OwnOrigins,
      ],
    }).get(OwnOrigins);

  it('are those of each of the three URLs', () => {
    const origins = oursAt('https://app.example.com/');
    for (const host of ['app', 'in', 'out', 'me']) {
      expect(origins.has(`https://${host}.example.com/`))
        .withContext(host)
        .toBeTrue();
    }
  });

  it('do not hold what has no origin, though an app that is opened as a file has none itself', () => {
    const origins = oursAt('file:///app/index.html');
    for (const url of ['data:text/plain,x', 'http://[', 'blob:https://me.example.com/1', '/x']) {
      expect(origins.has(url)).withContext(url).toBeFalse();
    }
    expect(origins.has('https://me.example.com/')).toBeTrue();
  });

  it('are found on a server that renders, whose document has not implemented all of it', () => {
    const document = {
      location: { href: 'https://app.example.com/page' },
      get baseURI(): string {
        throw new Error('NotYetImplemented');
      },
    };
    const origins = Injector.create({
      providers: [
        { provide: DOCUMENT, useValue: document },
        { provide: SESSION_CONFIG, useValue: resolveConfig({}) },
        OwnOrigins,
      ],
    }).get(OwnOrigins);
    expect(origins.has('/x')).toBeTrue();
    expect(origins.has('https://app.example.com/x')).toBeTrue();
    expect(origins.has('https://other.example.com/x')).toBeFalse();
  });

  it('do not hold a relative URL that a <base> leads elsewhere', () => {
    const origins = oursAt('https://app.example.com/', 'https://cdn.example.com/');
    expect(origins.has('/x')).toBeFalse();
    expect(origins.has('https://app.example.com/x')).toBeTrue();
  });

  /** What a strict reader of RFC 3986 takes a URL for, written without any URL parser. */
  function oracle(url: string): boolean {
    const match = /^(https?):\/\/([a-z0-9.-]+)(?::(\d*))?(?:[/?#]|$)/i.exec(url);
    if (!match) return false;
    const [, scheme = '', host = '', port] = match;
    const isHttps = scheme.toLowerCase() === 'https';
    const where =
      `${scheme}://${host}:${port ? String(+port) : isHttps ? '443' : '80'}`.toLowerCase();
    return [
      'https://api.example.com:443',
      'https://files.example.com:8443',
      'http://local.example.com:80',
    ].includes(where);
  }

  it('are told from all others as a strict reader of absolute URLs tells them', () => {
    const origins = ours();
    const scheme = fc.constantFrom(
      'https://',
      'http://',
      'HTTPS://',
      'ws://',
      'blob:https://',
      'ftp://',
      'https:\\\\',
      'javascript:',
    );
    const user = fc.constantFrom('', '', '', 'me@', 'me:x@', 'api.example.com@');
    const host = fc.constantFrom(
      'api.example.com',
      'API.Example.COM',
      'files.example.com',
      'local.example.com',
      'api.example.com.',
      'api.example.com.evil.example',
      'evil.example',
      'xapi.example.com',
      'api.example.co',
      '\u0430pi.example.com',
      'api.example.com\\.evil.example',
      'api.exa\tmple.com',
    );
    const port = fc.constantFrom(
      '',
      '',
      ':443',
      ':80',
      ':8443',
      ':0443',
      ':1',
      ':',
      ':x',
      ':65536',
    );
    const rest = fc.oneof(
      fc.constantFrom(
        '',
        '/',
        '/x',
        '?x',
        '#x',
        '/\\x',
        '@evil.example/',
        '\\@evil.example',
        '.evil.example',
      ),
      fc.webPath(),
    );
    const built = fc.tuple(scheme, user, host, port, rest).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          built,
          fc.webUrl(),
          built.map((url) => ` ${url}`),
        ),
        (url) => {
          // What the strict reader takes for ours may be refused here, but never the other way round.
          const has = origins.has(url);
          if (has && !oracle(url.trim())) return false;
          const isPlain = /^[\x21-\x5b\x5d-\x7e]*$/.test(url) && !/:(\/|\?|#|$)/.test(url.slice(8));
          return (
            has ||
            !isPlain ||
            !oracle(url) ||
            url.slice(8).split(/[/?#]/)[0]?.includes('@') === true
          );
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('never throw, whatever the URL', () => {
    const origins = ours();
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl()),
        (url) => typeof origins.has(url) === 'boolean',
      ),
    );
  });
});
