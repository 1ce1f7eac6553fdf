import { Component, computed, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { HttpErrorResponse } from '@angular/common/http';
import { Router, RouterOutlet, type Routes } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { FlashMessages, SessionError } from 'ng-session';
import { setUp } from '../../../spec/set-up';

@Component({ template: '' })
class Page {}

const seen: unknown[] = [];

@Component({ template: '{{ title }}' })
class Form {
  // As a form does: what was typed is its first value.
  protected readonly title = inject(FlashMessages).old('title', '');
  constructor() {
    seen.push(this.title);
  }
}

@Component({ imports: [RouterOutlet], template: '<router-outlet /><router-outlet name="side" />' })
class Shell {}

@Component({ template: '' })
class Broken {
  constructor() {
    throw new Error('broken');
  }
}

const routes: Routes = [
  { path: 'a', component: Page },
  { path: 'b', component: Page },
  { path: 'form', component: Form },
  { path: 'moved', redirectTo: 'b' },
  { path: 'sent-on', component: Page, canActivate: [() => inject(Router).parseUrl('/b')] },
  { path: 'refused', component: Page, canActivate: [() => false] },
  { path: 'failing', component: Page, resolve: { a: () => Promise.reject(new Error('no')) } },
  { path: 'broken', component: Broken },
  { path: 'lazy', loadComponent: () => Promise.resolve(Form) },
  { path: 'unloadable', loadComponent: () => Promise.reject(new Error('offline')) },
  {
    path: 'two',
    component: Shell,
    children: [
      { path: '', component: Form },
      { path: 'help', component: Form, outlet: 'side' },
    ],
  },
  {
    path: 'again',
    component: Form,
    runGuardsAndResolvers: 'always',
  },
];

describe('FlashMessages', () => {
  beforeEach(() => seen.splice(0));

  const start = async (url = '/a') => {
    const set = setUp({ routes, config: { cache: true } });
    const answered = set.session.update();
    set.get().flush(null);
    await answered;
    const harness = await RouterTestingHarness.create(url);
    const router = TestBed.inject(Router);
    const flash = TestBed.inject(FlashMessages);
    return { ...set, harness, router, flash, go: (to: string) => router.navigateByUrl(to) };
  };

  describe('navigations', () => {
    it('makes a message readable with the next one, until the one after it', async () => {
      const { flash, go } = await start();
      flash.flash('saved', 'Saved');
      expect(flash.has('saved')).toBeFalse();
      await go('/b');
      expect(flash.get('saved')).toBe('Saved');
      await go('/a');
      expect(flash.all()).toEqual({});
    });

    for (const url of ['/moved', '/sent-on']) {
      it(`counts ${url}, which leads elsewhere, once`, async () => {
        const { flash, router, go } = await start();
        flash.flash('a', 1);
        await go(url);
        expect(router.url).toBe('/b');
        expect(flash.get('a')).toBe(1);
      });
    }

    for (const url of ['/refused', '/failing', '/broken', '/unloadable', '/nowhere']) {
      it(`does not count ${url}`, async () => {
        const { flash, go } = await start();
        flash.flash('shown', 1);
        await go('/b');
        flash.flash('waiting', 2);
        await go(url).catch(() => undefined);
        expect(flash.all()).toEqual({ shown: 1 });
        await go('/a');
        expect(flash.all()).toEqual({ waiting: 2 });
      });
    }

    it('does not lose what a page has read that could not be made', async () => {
      @Component({ template: '' })
      class Reading {
        constructor() {
          const flash = inject(FlashMessages);
          seen.push(flash.get('a'));
          flash.flash('b', 2);
          throw new Error('broken');
        }
      }
      const { flash, go, router } = await start();
      router.resetConfig([...routes, { path: 'reading', component: Reading }]);
      flash.flash('a', 1);
      await go('/reading').catch(() => undefined);
      expect(seen).toEqual([1]);
      expect(flash.all()).toEqual({});
      await go('/b');
      expect(flash.all()).toEqual({ a: 1, b: 2 });
    });

    it('does not count one that another has overtaken', async () => {
      const { flash, go } = await start();
      flash.flash('a', 1);
      const overtaken = go('/form');
      await Promise.all([overtaken, go('/b')]);
      expect(flash.all()).toEqual({ a: 1 });
    });

    it('counts one to the URL that is shown, which the router ignores', async () => {
      const { flash, go } = await start();
      flash.flash('a', 1);
      await go('/a');
      expect(flash.all()).toEqual({ a: 1 });
      await go('/a');
      expect(flash.all()).toEqual({});
    });

    it('counts one to the URL that is shown, which the router does again', async () => {
      const { flash, router } = await start('/again');
      flash.flash('a', 1);
      await router.navigateByUrl('/again', { onSameUrlNavigation: 'reload' });
      expect(flash.all()).toEqual({ a: 1 });
    });

    it('counts one of two outlets once', async () => {
      const { flash, go } = await start('/two');
      flash.flash('title', 'A');
      await go('/two/(side:help)');
      expect(seen).toEqual(['', 'A']);
      expect(flash.all()).toEqual({ title: 'A' });
    });

    for (const url of ['/form', '/lazy', '/form?page=2#top']) {
      it(`has the messages ready for the constructors of ${url}`, async () => {
        const { flash, go } = await start();
        flash.flash('title', 'A');
        await go(url);
        expect(seen).toEqual(['A']);
        expect(flash.old('title')).toBe('A');
      });
    }

    it('shows nothing of the next page on the one that is being left', async () => {
      const { flash, go, router } = await start();
      const title = computed(() => flash.old('title', 'none'));
      flash.flash('title', 'A');
      const during: unknown[] = [];
      router.events.subscribe(() => during.push(title()));
      await go('/b');
      expect(new Set(during)).toEqual(new Set(['none', 'A']));
      expect(during.indexOf('A')).toBeGreaterThan(during.lastIndexOf('none'));
      expect(title()).toBe('A');
    });

    it('keeps what a page flashes while it is made for the page after it', async () => {
      @Component({ template: '' })
      class Flashing {
        constructor() {
          const flash = inject(FlashMessages);
          flash.flash('later', 1);
          flash.now('now', 2);
          flash.reflash();
        }
      }
      const { flash, go, router } = await start();
      router.resetConfig([...routes, { path: 'flashing', component: Flashing }]);
      flash.flash('sooner', 0);
      await go('/flashing');
      expect(flash.all()).toEqual({ sooner: 0, now: 2 });
      await go('/b');
      expect(flash.all()).toEqual({ sooner: 0, now: 2, later: 1 });
      await go('/a');
      expect(flash.all()).toEqual({});
    });

    it('leaves no trace among the session data', async () => {
      const { flash, go, session } = await start();
      flash.flash('a', 1);
      expect(Object.keys(session.data.all())).toEqual(['$flash']);
      await go('/b');
      expect(session.data.all()).toEqual({});
    });
  });

  describe('writing', () => {
    const next = async (write: (flash: FlashMessages) => void) => {
      const { flash, go } = await start();
      write(flash);
      await go('/b');
      return flash;
    };

    it('flash(key, value) takes paths', async () => {
      const flash = await next((flash) => {
        flash.flash('notification.type', 'success');
        flash.flash(['notification', 'message'], 'Saved');
        flash.flash('a', new Date(0));
      });
      expect(flash.get('notification')).toEqual({ type: 'success', message: 'Saved' });
      expect(flash.get('a')).toBe('1970-01-01T00:00:00.000Z');
    });

    it('flash(object) takes its keys as they are, and keeps what was there', async () => {
      const flash = await next((flash) => {
        flash.flash('a', 1);
        flash.flash({ 'b.c': 2, d: 3 });
      });
      expect(flash.all()).toEqual({ a: 1, 'b.c': 2, d: 3 });
    });

    for (const [code, act] of [
      ['invalid-value', (flash) => flash.flash('a', () => 1)],
      ['invalid-value', (flash) => flash.flash({ a: 1, b: new Map() })],
      ['invalid-value', (flash) => flash.now('a', Symbol('s'))],
      ['invalid-path', (flash) => flash.flash('__proto__.x', 1)],
      ['invalid-path', (flash) => flash.now('', 1)],
      ['invalid-value', (flash) => flash.flashAll(7 as never)],
    ] as readonly [string, (flash: FlashMessages) => void][]) {
      it(`refuses ${String(act).slice(12)}, and nothing is changed`, async () => {
        const { flash, go, session } = await start();
        flash.flash('before', 1);
        const data = session.data.all();
        expect(() => {
          act(flash);
        }).toThrowMatching((error) => error instanceof SessionError && error.code === code);
        expect(session.data.all()).toBe(data);
        expect(flash.all()).toEqual({});
        await go('/b');
        expect(flash.all()).toEqual({ before: 1 });
      });
    }

    it('now() is readable at once, for this page only', async () => {
      const { flash, go } = await start();
      const message = computed(() => flash.get('a'));
      expect(message()).toBeUndefined();
      flash.now('a', 1);
      expect(message()).toBe(1);
      await go('/b');
      expect(flash.all()).toEqual({});
    });

    const FORM = {
      title: 'A',
      address: { city: 'B', zip: 'C' },
      password: 'canary',
      card: { number: 'canary' },
    };

    it('flashAll() keeps a form for old(), without its secrets', async () => {
      const flash = await next((flash) => {
        flash.flashAll(FORM);
      });
      expect(flash.all()).toEqual({ title: 'A', address: { city: 'B', zip: 'C' }, card: {} });
      expect(flash.old('address.city', '')).toBe('B');
      expect(flash.old('address.street', 'none')).toBe('none');
    });

    it('flashOnly() keeps these fields, but never a secret', async () => {
      const flash = await next((flash) => {
        flash.flashOnly(FORM, ['title', 'address.zip', 'password', 'card.number', 'none']);
      });
      expect(flash.all()).toEqual({ title: 'A', address: { zip: 'C' } });
    });

    it('flashExcept() keeps the others', async () => {
      const flash = await next((flash) => {
        flash.flashExcept(FORM, ['title', 'address.zip', 'card', 'none']);
      });
      expect(flash.all()).toEqual({ address: { city: 'B' } });
    });

    it('flashErrors() adds up by field, also of fields that are secret', async () => {
      const flash = await next((flash) => {
        flash.flashErrors({ title: 'too long', 'tags.0': ['a', 'b'] });
        flash.flashErrors({ password: ['too short'] });
      });
      expect(flash.errors()).toEqual({
        title: ['too long'],
        'tags.0': ['a', 'b'],
        password: ['too short'],
      });
      expect(flash.errors('tags.0')).toEqual(['a', 'b']);
      expect(flash.errors('none')).toEqual([]);
      expect(flash.errors('constructor')).toEqual([]);
    });

    it('errors() reads nothing but messages, whatever is flashed under that name', async () => {
      const flash = await next((flash) => {
        flash.flash('errors', { title: [7, 'a'], body: 1 });
      });
      expect(flash.errors()).toEqual({ title: ['a'] });
    });

    it('flashValidationErrors() keeps the errors of an answer, and the form', async () => {
      let taken: unknown[] = [];
      const flash = await next((flash) => {
        const error = new HttpErrorResponse({
          status: 422,
          error: { errors: [{ field: 'title', message: 'is taken', rule: 'unique' }] },
        });
        taken = [
          flash.flashValidationErrors(error, FORM),
          flash.flashValidationErrors(new HttpErrorResponse({ status: 500 }), { other: 1 }),
        ];
      });
      expect(taken).toEqual([true, false]);
      expect(flash.errors('title')).toEqual(['is taken']);
      expect(flash.old('title')).toBe('A');
      expect(flash.has('other')).toBeFalse();
      expect(JSON.stringify(flash.all())).not.toContain('canary');
    });

    const again: readonly [string, (flash: FlashMessages) => void, object][] = [
      [
        'reflash()',
        (flash) => {
          flash.reflash();
        },
        { a: 1, b: { c: 2, d: 3 } },
      ],
      [
        'reflashOnly()',
        (flash) => {
          flash.reflashOnly(['b.c', 'none']);
        },
        { b: { c: 2 } },
      ],
      [
        'reflashExcept()',
        (flash) => {
          flash.reflashExcept(['b.c', 'none']);
        },
        { a: 1, b: { d: 3 } },
      ],
      [
        'reflash() after a newer message',
        (flash) => {
          flash.flash('a', 'new');
          flash.reflash();
        },
        { a: 'new', b: { c: 2, d: 3 } },
      ],
    ];
    for (const [name, act, left] of again) {
      it(`${name} keeps what is readable for one more page`, async () => {
        const { flash, go } = await start();
        flash.flash({ a: 1, b: { c: 2, d: 3 } });
        await go('/b');
        act(flash);
        await go('/a');
        expect(flash.all()).toEqual(left as never);
        await go('/b');
        expect(flash.all()).toEqual({});
      });
    }
  });

  describe('reading', () => {
    it('wakes readers of what has changed', async () => {
      const { flash, go } = await start();
      let runs = 0;
      const reader = computed(() => (runs++, [flash.get('a'), flash.has('a'), flash.errors('b')]));
      reader();
      flash.flash('a', 1);
      flash.flashErrors({ b: 'c' });
      reader();
      expect(runs).withContext('what waits wakes nobody').toBe(1);
      await go('/b');
      expect(reader()).toEqual([1, true, ['c']]);
    });

    it('tells a message that is null, 0 or false from none', async () => {
      const { flash } = await start();
      for (const value of [null, 0, false, '']) {
        flash.now('a', value);
        expect(flash.get('a', 'default')).toBe(value);
        expect(flash.has('a')).toBeTrue();
      }
      expect(flash.get('b', 'default')).toBe('default');
    });

    it('gives nothing that can be changed', async () => {
      const { flash, go } = await start();
      const message = { list: [1] };
      flash.flash('a', message);
      message.list.push(2);
      await go('/b');
      expect(flash.all()).toEqual({ a: { list: [1] } });
      expect(() => Object.assign(flash.all(), { b: 1 })).toThrowError(TypeError);
      expect(() => (flash.get('a') as typeof message).list.push(3)).toThrowError(TypeError);
    });
  });

  it('does nothing after the application has ended', async () => {
    const { flash, router } = await start();
    flash.flash('a', 1);
    TestBed.resetTestingModule();
    await router.navigateByUrl('/b').catch(() => undefined);
    expect(flash.all()).toEqual({});
  });
});
