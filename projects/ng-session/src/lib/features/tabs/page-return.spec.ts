import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionService, withTabSync } from 'ng-session';
import { pass, settle, useFakeTime } from '../../../../spec/fake-time';
import { ADA, UMA, disconnect, failWith, setUp } from '../../../../spec/set-up';
import { PAGE_RELOAD } from './page-reload';

@Component({ template: '{{ session.user("name") }}' })
class Page {
  protected readonly session = inject(SessionService);
}

describe('A page that comes back by the Back button', () => {
  useFakeTime();

  const start = async () => {
    const reload = jasmine.createSpy('reload');
    const harness = setUp({
      features: [withTabSync()],
      providers: [{ provide: PAGE_RELOAD, useValue: reload }],
    });
    await harness.startAs(ADA);
    TestBed.createComponent(Page);
    await settle();
    return { ...harness, reload };
  };
  const tell = (type: 'pagehide' | 'pageshow', persisted = true) =>
    window.dispatchEvent(new PageTransitionEvent(type, { persisted }));
  const isHidden = () => getComputedStyle(document.documentElement).display === 'none';

  afterEach(() => {
    TestBed.resetTestingModule();
    expect(isHidden()).toBeFalse();
  });

  it('was hidden when it was left, and is shown when the same person is still here', async () => {
    const { get, reload } = await start();
    tell('pagehide');
    expect(isHidden()).toBeTrue();
    tell('pageshow');
    await settle();
    expect(isHidden()).toBeTrue();
    get().flush(ADA);
    await settle();
    expect(isHidden()).toBeFalse();
    expect(reload).not.toHaveBeenCalled();
  });

  for (const [what, respond] of Object.entries({
    'nobody is here any more': (harness: Awaited<ReturnType<typeof start>>) =>
      failWith(harness.get(), 401),
    'somebody else is': (harness: Awaited<ReturnType<typeof start>>) => harness.get().flush(UMA),
  })) {
    it(`stays hidden, and is loaded anew, where ${what}`, async () => {
      const harness = await start();
      tell('pagehide');
      tell('pageshow');
      await settle();
      respond(harness);
      await settle();
      expect(harness.reload).toHaveBeenCalledTimes(1);
      expect(isHidden()).toBeTrue();
    });
  }

  it('stays hidden while nobody knows, and is tried again', async () => {
    const { get, sent, reload } = await start();
    tell('pagehide');
    tell('pageshow');
    await settle();
    disconnect(get());
    await settle();
    expect(isHidden()).toBeTrue();
    await pass(4900);
    expect(sent('GET')).toEqual([]);
    await pass(200);
    disconnect(get());
    await settle();
    window.dispatchEvent(new Event('online'));
    await settle();
    get().flush(ADA);
    await settle();
    expect(isHidden()).toBeFalse();
    expect(reload).not.toHaveBeenCalled();
    await pass(10_000);
    expect(sent('GET')).toEqual([]);
  });

  it('is as it was: its style, and where it was scrolled to', async () => {
    const { get } = await start();
    document.documentElement.style.setProperty('display', 'flow-root', 'important');
    document.body.style.height = '5000px';
    window.scrollTo(0, 700);
    tell('pagehide');
    expect(isHidden()).toBeTrue();
    expect(window.scrollY).toBe(0);
    tell('pageshow');
    await settle();
    get().flush(ADA);
    await settle();
    const { style } = document.documentElement;
    expect([style.display, style.getPropertyPriority('display')]).toEqual([
      'flow-root',
      'important',
    ]);
    expect(window.scrollY).toBe(700);
    style.removeProperty('display');
    document.body.style.height = '';
  });

  it('is hidden, whatever the styles of the app say', async () => {
    const { get } = await start();
    const sheet = document.createElement('style');
    sheet.textContent = 'html { display: grid !important }';
    document.head.append(sheet);
    tell('pagehide');
    expect(isHidden()).toBeTrue();
    tell('pageshow');
    await settle();
    get().flush(ADA);
    await settle();
    sheet.remove();
  });

  it('is not hidden where nobody was signed in, and asks who is here by now', async () => {
    const { session, get } = await start();
    const updated = session.update().catch(() => undefined);
    failWith(get(), 401);
    await updated;
    tell('pagehide');
    expect(isHidden()).toBeFalse();
    tell('pageshow');
    await settle();
    get().flush(ADA);
    await settle();
    expect(session.user()).toEqual(ADA);
  });

  it('is only one that the browser has kept', async () => {
    const { sent } = await start();
    tell('pagehide', false);
    expect(isHidden()).toBeFalse();
    tell('pageshow', false);
    await settle();
    expect(sent('GET')).toEqual([]);
  });
});
