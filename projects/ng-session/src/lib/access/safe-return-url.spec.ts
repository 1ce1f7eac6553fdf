import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import fc from 'fast-check';
import { returnUrl } from 'ng-session';
import { safeReturnUrl } from './safe-return-url';
import { setUp } from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

describe('safeReturnUrl', () => {
  for (const url of [
    '/',
    '/orders',
    '/orders/7',
    '/orders?page=2&sort=a',
    '/orders#top',
    '/orders?next=https://example.com//x',
    '/a/b/c.d',
    '/a..b',
    '/...',
    '/%C3%A4',
    '/100%25',
    '/a;matrix=1',
    '/(side:chat)',
    '/a?x=..%2F..',
    '/@me',
    '/a:b',
  ]) {
    it(`keeps ${url}`, () => {
      expect(safeReturnUrl(url)).toBe(url);
    });
  }

  for (const url of [
    undefined,
    null,
    7,
    {},
    ['/orders'],
    '',
    'orders',
    '?x',
    '#x',
    './x',
    '../x',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '\\/evil.example',
    '/\\/evil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/%0a/evil.example',
    '/%00',
    '/%7f',
    '/..//evil.example',
    '/../evil',
    '/./x',
    '/x/..',
    '/x/.',
    '/%2e%2e/x',
    '/%2F/evil.example',
    '/%2Fevil.example',
    '/%5Cevil.example',
    '/x//evil.example',
    'https://evil.example',
    'https:/evil.example',
    'http:evil.example',
    'HTTPS://evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'blob:https://x/y',
    'vbscript:x',
    ' //evil.example',
    '\u0000/x',
    '/x?a=\n',
    '/x#\u007f',
    '/%',
    '/%zz',
    '/%E0%A4%A',
  ]) {
    it(`gives / for ${JSON.stringify(url)}`, () => {
      expect(safeReturnUrl(url)).toBe('/');
    });
  }

  it('never leaves the origin, as a browser reads it', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2e',
      '%2F',
      '%5c',
      '%09',
      '\t',
      '\n',
      '@',
      ':',
      'https:',
      'javascript:',
      'evil.example',
      '?',
      '#',
      '%',
      'a',
      '%25',
      '%252F',
      ';',
      '(',
      ')',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
          fc.webUrl(),
          fc.string(),
        ),
        (url) => {
          const safe = safeReturnUrl(url);
          const base = 'https://app.example.com';
          const once = new URL(safe, `${base}/deep/page`);
          // A proxy may decode the path and hand it on.
          const decoded = new URL(decodeURIComponent(once.pathname), `${base}/deep/page`);
          return (
            safe.startsWith('/') &&
            once.origin === base &&
            decoded.origin === base &&
            !once.pathname.startsWith('//') &&
            !decoded.pathname.startsWith('//')
          );
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('returnUrl', () => {
  const at = async (url: string, param?: string) => {
    setUp({
      routes: [{ path: '**', component: Page }],
      ...(param ? { config: { returnUrlParam: param } } : {}),
    });
    await TestBed.inject(Router).navigateByUrl(url);
    return TestBed.runInInjectionContext(returnUrl);
  };

  it('is the path that was asked for', async () => {
    expect(await at('/sign-in?returnUrl=%2Forders%3Fpage%3D2')).toBe('/orders?page=2');
  });

  it('is / where none was asked for, where it is hostile, or given twice', async () => {
    for (const query of [
      '',
      '?returnUrl=',
      '?returnUrl=https:%2F%2Fevil.example',
      '?returnUrl=/a&returnUrl=/b',
    ]) {
      TestBed.resetTestingModule();
      expect(await at(`/sign-in${query}`)).toBe('/');
    }
  });

  it('reads the parameter that is configured', async () => {
    expect(await at('/sign-in?next=%2Forders&returnUrl=%2Fx', 'next')).toBe('/orders');
  });
});
