import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FlashMessages, SessionData, provideNgSession, webStorage, withStore } from 'ng-session';
import { rest, until } from '../../../spec/open-page';
import { ADA, UMA, setUp } from '../../../spec/set-up';
import { clearBrowser } from '../../../spec/shared-browser';

@Component({ template: '' })
class Page {}

@Component({ selector: 'spec-again', template: '' })
class Again {
  constructor() {
    inject(FlashMessages).reflash();
  }
}

describe('FlashMessages on the way', () => {
  let mayLeave = true;
  /** What happens while the router is on its way to `/guarded`. */
  let onTheWay: () => void = () => undefined;

  const routes: Routes = [
    { path: 'again', component: Again },
    { path: 'guarded', component: Page, canActivate: [() => (onTheWay(), true)] },
    { path: '**', component: Page, canDeactivate: [() => mayLeave] },
  ];

  beforeEach(() => {
    mayLeave = true;
  });
  afterEach(() => clearBrowser());

  const start = async () => {
    const store = withStore(webStorage('local'));
    const set = setUp({ routes, providers: [provideNgSession({ cache: true }, store)] });
    await set.startAs(ADA);
    await RouterTestingHarness.create();
    const router = TestBed.inject(Router);
    router.setUpLocationChangeListener();
    const location = TestBed.inject(Location);
    const go = (url: string) => router.navigateByUrl(url);
    await go('/a');
    await go('/b');
    return { ...set, router, location, go, flash: TestBed.inject(FlashMessages) };
  };

  it('the back button and the forward button count', async () => {
    const { flash, router, location } = await start();
    flash.flash('a', 1);
    location.back();
    await until(() => router.url === '/a');
    expect(flash.all()).toEqual({ a: 1 });
    location.forward();
    await until(() => router.url === '/b');
    expect(flash.all()).toEqual({});
  });

  it('a back button that a guard refuses does not count', async () => {
    const { flash, router, location, go } = await start();
    flash.flash('a', 1);
    mayLeave = false;
    location.back();
    await rest();
    expect(router.url).toBe('/b');
    expect(flash.all()).toEqual({});
    mayLeave = true;
    await go('/c');
    expect(flash.all()).toEqual({ a: 1 });
  });

  it('a navigation that leaves the address as it is counts', async () => {
    const { flash, router, go } = await start();
    flash.flash('a', 1);
    await router.navigateByUrl('/c', { skipLocationChange: true });
    expect(flash.all()).toEqual({ a: 1 });
    await go('/d');
    expect(flash.all()).toEqual({});
  });

  it('what a guard flashes is shown by the page that it lets in', async () => {
    const { flash, go } = await start();
    onTheWay = () => {
      flash.flash('a', 1);
    };
    await go('/guarded');
    expect(flash.all()).toEqual({ a: 1 });
  });

  it('what arrives can be flashed again by the page that it arrives at', async () => {
    const { flash, go } = await start();
    flash.flash('a', 1);
    await go('/again');
    expect(flash.all()).toEqual({ a: 1 });
    await go('/c');
    expect(flash.all()).toEqual({ a: 1 });
    await go('/d');
    expect(flash.all()).toEqual({});
  });

  it('now() on the way stays on its page where the navigation is refused', async () => {
    const { flash, go } = await start();
    flash.now('a', 1);
    mayLeave = false;
    await go('/c');
    expect(flash.all()).toEqual({ a: 1 });
  });

  it('a sign-out on the way shows nothing of what was flashed', async () => {
    const { flash, session, signOutPost, go } = await start();
    flash.flash('a', 1);
    onTheWay = () => {
      void session.signOut();
      signOutPost().flush(null);
    };
    await go('/guarded');
    expect(flash.all()).toEqual({});
    await go('/c');
    expect(flash.all()).toEqual({});
    expect(TestBed.inject(SessionData).all()).toEqual({});
  });

  it('somebody else who comes on the way sees nothing of it', async () => {
    const { flash, session, get, go } = await start();
    flash.flash('a', 1);
    onTheWay = () => {
      void session.update();
      get().flush(UMA);
    };
    await go('/guarded');
    await rest();
    expect(session.user()).toEqual(UMA);
    expect(flash.all()).toEqual({});
  });
});
