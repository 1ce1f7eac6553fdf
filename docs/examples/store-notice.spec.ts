import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionData, cookieStore, provideNgSession, withStore } from 'ng-session';

import { StoreNotice } from './store-notice';

describe('StoreNotice', () => {
  afterEach(() => {
    document.cookie = 'notice=; Path=/; Max-Age=0';
  });

  it('shows while a cookie is too small for the data, which is kept all the same', async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideNgSession({}, withStore(cookieStore({ name: 'notice' }))),
      ],
    });
    const data = TestBed.inject(SessionData);
    const fixture = TestBed.createComponent(StoreNotice);
    const page = fixture.nativeElement as HTMLElement;

    const title = 'x'.repeat(5000);
    data.put('draft.title', title);
    await until(() => page.textContent.includes('could not be saved'));
    expect(data.get('draft.title')).toBe(title);

    data.put('draft.title', 'Tea');
    await until(() => !page.textContent.includes('could not be saved'));
  });
});

/** Waits for as long as it takes; what never comes ends with the time-out of the spec. */
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve));
}
