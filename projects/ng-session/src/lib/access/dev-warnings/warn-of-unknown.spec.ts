import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { authGuard, guestGuard } from 'ng-session';
import { ADA, disconnect, failWith, setUp, settle } from '../../../../spec/set-up';
import { watchConsole } from '../../../../spec/watch-console';
import type { TestRequest } from '@angular/common/http/testing';

@Component({ template: '' })
class Page {}

describe('session-unknown', () => {
  const start = () => {
    const warnings = watchConsole();
    const { sent } = setUp({
      routes: [
        { path: 'account', component: Page, canActivate: [authGuard] },
        { path: 'sign-in', component: Page, canActivate: [guestGuard] },
      ],
    });
    const visit = async (url: string, answer: (request: TestRequest) => void): Promise<void> => {
      const navigated = TestBed.inject(Router).navigateByUrl(url);
      await settle();
      sent('GET').forEach(answer);
      await navigated;
    };
    return { visit, warnings };
  };

  const failures: readonly [name: string, answer: (request: TestRequest) => void, why: string][] = [
    ['the server is not reached', disconnect, 'network: '],
    ['the server is broken', (request) => failWith(request, 502), 'http: the server answered 502'],
    [
      'something else answers with a page',
      (request) => request.flush('<!doctype html>'),
      'invalid-response: ',
    ],
  ];
  for (const [name, answer, why] of failures) {
    it(`is told once, with the reason, when ${name}`, async () => {
      const { visit, warnings } = start();
      await visit('/account', answer);
      await visit('/sign-in', answer);
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toMatch(/^ng-session: session-unknown: /);
      expect(warnings()[0]).toContain(why);
    });
  }

  it('is not told when nobody is signed in, nor of a bad network later', async () => {
    const { visit, warnings } = start();
    await visit('/account', (request) => failWith(request, 401));
    await visit('/account', (request) => request.flush(ADA));
    await visit('/account', disconnect);
    expect(warnings()).toEqual([]);
  });
});
