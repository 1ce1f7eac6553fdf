import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { createApplication } from '@angular/platform-browser';
import { Router, provideRouter } from '@angular/router';
import {
  FlashMessages,
  type NgSessionFeature,
  SessionService,
  provideNgSession,
  webStorage,
  withStore,
} from 'ng-session';
import { rest, until } from '../../../spec/open-page';
import { UPDATE_URL } from '../../../spec/set-up';
import { clearBrowser, tellTabs } from '../../../spec/shared-browser';

const TWO_HOURS = 7_200_000;

describe('FlashMessages in several tabs', () => {
  const open: { close(): void }[] = [];

  afterEach(async () => {
    for (const tab of open.splice(0)) tab.close();
    await clearBrowser();
  });

  /** A page on the storage of the browser. All of them see one storage of the tab: to another tab, it is a copy. */
  const openTab = async (features: NgSessionFeature[] = [withStore(webStorage('local'))]) => {
    const app = await createApplication({
      providers: [
        provideRouter([{ path: '**', children: [] }]),
        provideHttpClient(),
        provideHttpClientTesting(),
        provideNgSession({ cache: true }, ...features),
      ],
    });
    const session = app.injector.get(SessionService);
    const updated = session.update();
    app.injector.get(HttpTestingController).expectOne(UPDATE_URL).flush(null);
    await updated;
    const router = app.injector.get(Router);
    const tab = {
      data: session.data,
      flash: app.injector.get(FlashMessages),
      go: (url: string) => router.navigateByUrl(url),
      /** Waits until the other tabs know what this one does. */
      isStored: async () => {
        await until(() => !session.data.hasBeenModified());
        tellTabs();
        await rest();
      },
      waiting: () => session.data.get('$flash'),
      close: () => {
        if (!app.destroyed) app.destroy();
      },
    };
    open.push(tab);
    return tab;
  };
  const openAt = async (url: string) => {
    const tab = await openTab();
    await tab.go(url);
    return tab;
  };
  const hide = () => window.dispatchEvent(new PageTransitionEvent('pagehide'));
  const comeBack = () => window.dispatchEvent(new PageTransitionEvent('pageshow'));

  it('a tab that is opened, or duplicated, takes nothing of what another one waits for', async () => {
    const first = await openAt('/a');
    first.flash.flash('saved', 'in the first');
    await first.isStored();
    const second = await openAt('/b');
    second.flash.flash('saved', 'in the second');
    await second.isStored();
    await second.go('/c');
    await second.isStored();
    await first.go('/c');
    expect(second.flash.all()).toEqual({ saved: 'in the second' });
    expect(first.flash.all()).toEqual({ saved: 'in the first' });
    await first.isStored();
    expect(second.waiting()).toBeUndefined();
  });

  it('the next page of the same tab takes it over, once', async () => {
    const first = await openAt('/a');
    first.flash.flash('saved', 1);
    await first.isStored();
    hide();
    const next = await openAt('/b');
    const other = await openAt('/b');
    expect(next.flash.all()).toEqual({ saved: 1 });
    expect(other.flash.all()).toEqual({});
    await next.go('/c');
    expect(next.flash.all()).toEqual({});
  });

  it('what waits for the first page of one that goes is taken over, too', async () => {
    const first = await openAt('/a');
    first.flash.flash('saved', 1);
    await first.isStored();
    hide();
    const second = await openTab();
    // It waits for the first page of this one, which never comes.
    hide();
    second.close();
    expect((await openAt('/b')).flash.all()).toEqual({ saved: 1 });
  });

  it('a page that comes back from the memory of the browser takes over what the next one has left', async () => {
    const first = await openAt('/a');
    first.flash.flash('first', 1);
    await first.isStored();
    hide();
    const second = await openAt('/b');
    second.flash.flash('second', 2);
    await second.isStored();
    second.close();
    comeBack();
    expect(first.flash.all()).toEqual({ second: 2 });
    const other = await openAt('/c');
    expect(other.flash.all()).toEqual({});
  });

  it('an application that has ended takes nothing from the one after it', async () => {
    (await openAt('/a')).close();
    const tab = await openAt('/b');
    tab.flash.flash('saved', 1);
    await tab.isStored();
    hide();
    comeBack();
    expect(tab.flash.all()).toEqual({ saved: 1 });
  });

  it('what a tab has left that was closed is shown by no other, and is gone after an hour', async () => {
    const closed = await openAt('/a');
    closed.flash.flash('saved', 1);
    await closed.isStored();
    closed.close();
    sessionStorage.clear();

    const tab = await openAt('/b');
    const left = tab.waiting();
    expect(Object.values(left as object)).toEqual([{ saved: 1 }]);
    tab.data.put(['$flash', `${Date.now() - TWO_HOURS}_1`], { saved: 2 });
    tab.data.put(['$flash', `${Date.now() + TWO_HOURS}_1`], { saved: 3 });
    await tab.go('/c');
    expect(tab.waiting()).toEqual(left);
    expect(tab.flash.all()).toEqual({});
  });

  it('what the tab has left itself is found, however old it is', async () => {
    const now = spyOn(Date, 'now').and.returnValue(Date.now() - TWO_HOURS);
    const closed = await openAt('/a');
    closed.flash.flash('old', 1);
    now.and.callThrough();
    await closed.isStored();
    closed.close();
    expect((await openAt('/b')).flash.all()).toEqual({ old: 1 });
  });

  it('without a storage of the tab, a message waits for as long as the page is there', async () => {
    const storage = spyOnProperty(window, 'sessionStorage');
    storage.and.throwError(new DOMException('', 'SecurityError'));
    const tab = await openAt('/a');
    tab.flash.flash('shown', 1);
    await tab.go('/b');
    expect(tab.flash.all()).toEqual({ shown: 1 });
    tab.flash.flash('waiting', 2);
    await tab.isStored();
    hide();
    tab.close();
    expect((await openAt('/c')).flash.all()).toEqual({});
    storage.and.callThrough();
  });

  it('without a store, nothing is left in the tab', async () => {
    const tab = await openTab([]);
    await tab.go('/a');
    tab.flash.flash('a', 1);
    hide();
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  for (const corrupt of [null, 'text', 7, [1], { x: 'text' }, { '1_1': ['text'] }]) {
    it(`${JSON.stringify(corrupt)} in the place of what waits does no harm`, async () => {
      localStorage.setItem('ng-session', 'id');
      localStorage.setItem('ng-session:id', JSON.stringify({ a: 1, $$flash: corrupt }));
      localStorage.setItem('ng-session:id:until', 'Infinity');
      sessionStorage.setItem('ng-session-flash', 'x 1_1 __proto__');
      const tab = await openTab();
      expect(tab.data.get(['a'])).toBe(1);
      tab.flash.flash('saved', 1);
      await tab.go('/b');
      expect(tab.flash.all()).toEqual({ saved: 1 });
      expect(tab.data.all()).toEqual({ a: 1 });
    });
  }
});
