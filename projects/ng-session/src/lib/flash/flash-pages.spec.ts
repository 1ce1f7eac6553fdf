import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import {
  FlashMessages,
  type NgSessionFeature,
  SessionData,
  SessionService,
  type StoredData,
  provideNgSession,
  webStorage,
  withStore,
} from 'ng-session';
import { HeldStore } from '../../../spec/held-store';
import { rest, until } from '../../../spec/open-page';
import { ADA, UMA, UPDATE_URL, failWith, setUp, settle } from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

const seen: unknown[] = [];

@Component({ template: '' })
class Form {
  constructor() {
    seen.push(inject(FlashMessages).old('title', ''));
  }
}

const routes: Routes = [
  { path: '', component: Page },
  { path: 'a', component: Page },
  { path: 'b', component: Page },
  { path: 'form', component: Form },
];

describe('FlashMessages over page loads', () => {
  const clear = () => {
    localStorage.clear();
    sessionStorage.clear();
    seen.splice(0);
  };
  beforeEach(clear);
  afterEach(clear);

  /** A page that is loaded, with nothing but the address. */
  const load = async (store: NgSessionFeature) => {
    TestBed.resetTestingModule();
    const set = setUp({ routes, providers: [provideNgSession({ cache: true }, store)] });
    const answered = set.session.update();
    set.get().flush(null);
    await answered;
    // What has an outlet for the pages.
    await RouterTestingHarness.create();
    return { ...set, go: (url: string) => TestBed.inject(Router).navigateByUrl(url) };
  };
  const stored = () => JSON.stringify(Object.entries(localStorage));
  /** Waits until the store has all that is here. */
  const committed = () => until(() => !TestBed.inject(SessionData).hasBeenModified());

  const inBrowser = () => withStore(webStorage('local'));

  it('a reload keeps what was not yet readable', async () => {
    const before = await load(inBrowser());
    await before.go('/a');
    const flash = TestBed.inject(FlashMessages);
    flash.flash('shown', 1);
    await before.go('/b');
    flash.flash('waiting', 2);
    await committed();

    const after = await load(inBrowser());
    const again = TestBed.inject(FlashMessages);
    expect(again.all()).toEqual({});
    await after.go('/b');
    expect(again.all()).toEqual({ waiting: 2 });
    await committed();
    expect(stored()).withContext('a second reload').not.toContain('waiting');
    await after.go('/a');
    expect(again.all()).toEqual({});
  });

  it('what waited is there for the constructor that is the first to ask', async () => {
    const before = await load(inBrowser());
    await before.go('/a');
    TestBed.inject(FlashMessages).flashAll({ title: 'A', password: 'canary' });
    await committed();
    expect(stored()).toContain('title');
    expect(stored()).not.toContain('canary');

    const after = await load(inBrowser());
    await after.go('/form');
    expect(seen).toEqual(['A']);
    expect(TestBed.inject(FlashMessages).old('title')).toBe('A');
    await after.go('/b');
    expect(TestBed.inject(FlashMessages).all()).toEqual({});
  });

  it('what nobody has asked for yet stays', async () => {
    const before = await load(inBrowser());
    await before.go('/a');
    TestBed.inject(FlashMessages).flash('a', 1);
    await committed();

    const after = await load(inBrowser());
    await after.go('/a');
    await after.go('/b');
    expect(TestBed.inject(FlashMessages).all()).toEqual({ a: 1 });
    await after.go('/a');
    expect(TestBed.inject(FlashMessages).all()).toEqual({});
  });

  it('what a page has read is not lost where it goes before it is made', async () => {
    @Component({ template: '' })
    class Leaving {
      constructor() {
        seen.push(inject(FlashMessages).get('a'));
        window.dispatchEvent(new PageTransitionEvent('pagehide'));
        seen.push(sessionStorage.length);
      }
    }
    const { go } = await load(inBrowser());
    TestBed.inject(Router).resetConfig([{ path: 'leaving', component: Leaving }]);
    TestBed.inject(FlashMessages).flash('a', 1);
    await go('/leaving');
    expect(seen).toEqual([1, 1]);
  });

  describe('from a store that answers late', () => {
    let kept: Map<string, StoredData>;
    const heldStore = () => new HeldStore(kept);
    const left = async () => {
      kept = new Map();
      const before = await load(withStore(heldStore()));
      await before.go('/a');
      TestBed.inject(FlashMessages).flash('title', 'A');
      await committed();
      expect(JSON.stringify([...kept.values()])).toContain('title');
    };

    const reload = async () => {
      await left();
      const store = heldStore();
      store.holds = ['read'];
      const after = await load(withStore(store));
      return { ...after, store, flash: TestBed.inject(FlashMessages) };
    };

    it('is shown as soon as it is known, until the next page', async () => {
      const { go, store, flash } = await reload();
      await go('/a');
      expect(flash.all()).toEqual({});
      store.release();
      await until(() => flash.has('title'));
      await until(() => !JSON.stringify([...kept.values()]).includes('title'));
      await go('/b');
      expect(flash.all()).toEqual({});
    });

    it('is found by the page after it, too, where it never answered', async () => {
      const { go, flash } = await reload();
      await go('/a');
      expect(flash.all()).toEqual({});
      const after = await load(withStore(heldStore()));
      await after.go('/a');
      await until(() => TestBed.inject(FlashMessages).has('title'));
    });

    it('is found again where the page went before the store had forgotten it', async () => {
      kept = new Map();
      const store = heldStore();
      const before = await load(withStore(store));
      await before.go('/a');
      TestBed.inject(FlashMessages).flash('title', 'A');
      await committed();
      store.holds = ['write', 'destroy'];
      await before.go('/b');
      expect(TestBed.inject(FlashMessages).all()).toEqual({ title: 'A' });
      const after = await load(withStore(heldStore()));
      await after.go('/a');
      await until(() => TestBed.inject(FlashMessages).has('title'));
    });

    it('is not shown before the first page is', async () => {
      const { go, store, flash, session } = await reload();
      store.release();
      await until(() => !session.data.isEmpty());
      await rest();
      expect(flash.all()).toEqual({});
      await go('/form');
      expect(seen).toEqual(['A']);
      expect(flash.all()).toEqual({ title: 'A' });
    });
  });

  it('without a router, a load of the page is the navigation', async () => {
    const open = async () => {
      TestBed.resetTestingModule();
      TestBed.configureTestingModule({
        providers: [
          provideHttpClient(),
          provideHttpClientTesting(),
          provideNgSession({}, inBrowser()),
        ],
      });
      TestBed.inject(SessionService);
      failWith(TestBed.inject(HttpTestingController).expectOne(UPDATE_URL), 401);
      await committed();
      return TestBed.inject(FlashMessages);
    };
    const before = await open();
    before.flash('a', 1);
    before.now('b', 2);
    expect(before.all()).toEqual({ b: 2 });
    await committed();
    const after = await open();
    await until(() => after.has('a'));
    expect(after.all()).toEqual({ a: 1 });
    await committed();
    expect((await open()).all()).toEqual({});
  });
});

describe('FlashMessages and the session', () => {
  const start = async (user = ADA) => {
    const set = setUp({ routes });
    const { get } = set;
    const updated = set.session.update();
    get().flush(user);
    await updated;
    const flash = TestBed.inject(FlashMessages);
    const harness = await RouterTestingHarness.create();
    const go = async (url: string, answer: object | null = user) => {
      const navigated = TestBed.inject(Router).navigateByUrl(url);
      get().flush(answer);
      await navigated;
      await settle();
    };
    return { ...set, flash, harness, go };
  };

  it('a sign-out ends what is shown and what waits', async () => {
    const { session, flash, go, signOutPost } = await start();
    flash.flash('shown', 1);
    await go('/a');
    flash.flash('waiting', 1);
    const signedOut = session.signOut();
    expect(flash.all()).toEqual({});
    signOutPost().flush(null);
    await signedOut;
    await go('/b', null);
    expect(flash.all()).toEqual({});
  });

  it('what is flashed at a sign-out is shown after it', async () => {
    const { session, flash, go, signOutPost } = await start();
    session.events.subscribe(({ type }) => {
      if (type === 'signedOut') flash.flash('heard', 'You have signed out');
    });
    const signedOut = session.signOut();
    signOutPost().flush(null);
    await signedOut;
    flash.flash('awaited', 'You have signed out');
    await go('/b', null);
    expect(Object.keys(flash.all())).toEqual(['heard', 'awaited']);
  });

  it('nothing is shown to somebody else', async () => {
    const { session, flash, get, go } = await start();
    flash.flash('shown', 1);
    await go('/a');
    flash.flash('waiting', 1);
    const updated = session.update();
    get().flush(UMA);
    await updated;
    expect(flash.all()).toEqual({});
    await go('/b', UMA);
    expect(flash.all()).toEqual({});
  });

  it('a session that ran out keeps what waits for the same person', async () => {
    const { session, flash, get, go } = await start();
    flash.flash('waiting', 1);
    const updated = session.update().catch(() => undefined);
    failWith(get(), 401);
    await updated;
    await go('/b');
    expect(flash.all()).toEqual({ waiting: 1 });
  });

  describe('what the server flashes', () => {
    const FLASH = { notification: { type: 'success', message: 'Welcome' } };

    it('is readable after the navigation, and is no part of the user', async () => {
      const { session, flash, go, events } = await start();
      await go('/a');
      events.length = 0;
      await go('/b', { ...ADA, flash: FLASH });
      expect(flash.all()).toEqual(FLASH);
      expect(session.user()).toEqual(ADA);
      expect(events).withContext('an equal user').toEqual([]);
      await go('/a');
      expect(flash.all()).toEqual({});
    });

    it('is readable although the answer came after the page', async () => {
      const { flash, get, go } = await start();
      await go('/a');
      await TestBed.inject(Router).navigateByUrl('/b');
      expect(flash.all()).toEqual({});
      get().flush({ ...ADA, flash: FLASH });
      await settle();
      expect(flash.all()).toEqual(FLASH);
      await go('/a');
      expect(flash.all()).toEqual({});
    });

    it('at a sign-in is readable on the page after it', async () => {
      const { session, flash, signInPost, get, go } = await start();
      await go('/a');
      const signedIn = session.signIn({});
      signInPost().flush(null);
      get().flush({ ...UMA, flash: FLASH });
      await signedIn;
      expect(session.user()).toEqual(UMA);
      expect(flash.all()).toEqual({});
      await go('/b', UMA);
      expect(flash.all()).toEqual(FLASH);
    });

    it('at a sign-in is readable on the page after it, although the page before it had to wait', async () => {
      const { session, flash, signInPost, get, go } = await start();
      await TestBed.inject(Router).navigateByUrl('/a');
      failWith(get(), 401);
      await settle();
      const signedIn = session.signIn({});
      signInPost().flush(null);
      get().flush({ ...ADA, flash: FLASH });
      await signedIn;
      expect(flash.all()).toEqual({});
      await go('/b');
      expect(flash.all()).toEqual(FLASH);
    });

    it('for somebody else is theirs', async () => {
      const { session, flash, get, go } = await start();
      await go('/a');
      flash.flash('mine', 1);
      const updated = session.update();
      get().flush({ ...UMA, flash: FLASH });
      await updated;
      await go('/b', UMA);
      expect(flash.all()).toEqual(FLASH);
    });

    it('in an answer that came too late is dropped', async () => {
      const { session, flash, get, signOutPost, go } = await start();
      await go('/a');
      void session.update();
      const late = get();
      const signedOut = session.signOut();
      late.flush({ ...ADA, flash: FLASH });
      signOutPost().flush(null);
      await signedOut;
      await go('/b', null);
      expect(flash.all()).toEqual({});
      expect(session.user()).toBeNull();
    });

    it('is not seen by parseUser', async () => {
      const parseUser = jasmine.createSpy('parseUser').and.callFake((body: object) => body);
      const { session, get } = setUp({ routes, config: { parseUser } });
      TestBed.inject(FlashMessages);
      const updated = session.update();
      get().flush({ ...ADA, flash: FLASH });
      await updated;
      expect(parseUser.calls.allArgs()).toEqual([[ADA]]);
    });

    it('loses what no session can keep, and never the user', async () => {
      const { session, flash, go } = await start();
      const body = `{"id": 1, "flash": {"a": 1, "__proto__": {"admin": true}, "b": {"constructor": 1}}}`;
      await go('/b', JSON.parse(body) as object);
      expect(session.user()).toEqual({ id: 1 });
      expect(flash.all()).toEqual({ a: 1, b: {} });
    });

    for (const notMessages of ['bright', null, 7, ['a']]) {
      it(`is not ${JSON.stringify(notMessages)}, which stays with the user`, async () => {
        const { session, flash, go } = await start();
        await go('/b', { ...ADA, flash: notMessages });
        expect(session.user() as object).toEqual({ ...ADA, flash: notMessages });
        expect(flash.all()).toEqual({});
      });
    }

    it('stays with the user until somebody asks for messages', async () => {
      const { session, get } = setUp({ routes });
      const updated = session.update();
      get().flush({ ...ADA, flash: FLASH });
      await updated;
      expect(session.user() as object).toEqual({ ...ADA, flash: FLASH });
      const flash = TestBed.inject(FlashMessages);
      expect(session.user()).toEqual(ADA);
      const navigated = TestBed.inject(Router).navigateByUrl('/b');
      get().flush(ADA);
      await navigated;
      expect(flash.all()).toEqual(FLASH);
    });
  });
});
