import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';

import { ADA } from './ada';
import { App } from './app';

describe('App', () => {
  for (const [cache, count] of [
    [false, 1],
    ['5m', 0],
  ] as const) {
    it(`asks ${count} times when the window comes back and the cache is ${cache}`, async () => {
      TestBed.configureTestingModule({
        providers: [provideRouter([]), provideNgSessionTesting({ user: ADA, config: { cache } })],
      });
      const fixture = TestBed.createComponent(App);
      await fixture.whenStable();
      const { requests } = TestBed.inject(SessionTestingController);
      const before = requests.length;

      window.dispatchEvent(new Event('focus'));
      await fixture.whenStable();
      expect(requests.length - before).toBe(count);
    });
  }
});
