import { HttpClient, type HttpErrorResponse } from '@angular/common/http';
import {
  ApplicationRef,
  Component,
  EnvironmentInjector,
  createComponent,
  inject,
} from '@angular/core';
import type { Routes } from '@angular/router';
import {
  HasRole,
  type NgSessionFeature,
  SessionService,
  authGuard,
  guestGuard,
  roleGuard,
  tokenInterceptor,
  unauthorizedInterceptor,
  withTabSync,
  withTokens,
} from 'ng-session';
import { firstValueFrom } from 'rxjs';
import { type Page, closePages, openPage, rest, until } from '../../../spec/open-page';
import { ADA, UMA, rejectedStatus } from '../../../spec/set-up';
import { SimulatedApi } from '../../../spec/simulated-api';
import { userIn } from '../../../spec/tokens';

/** How a session can be kept; to an app they are all the same. */
const MODES: Record<
  string,
  { kind: 'cookie' | 'token'; features: (api: SimulatedApi) => NgSessionFeature[] }
> = {
  'a cookie': { kind: 'cookie', features: () => [] },
  'a token in localStorage': { kind: 'token', features: () => [withTokens({ storage: 'local' })] },
  'a token in localStorage that says who it is': {
    kind: 'token',
    features: () => [withTokens({ storage: 'local', user: userIn })],
  },
  'a token in memory, with refresh': {
    kind: 'token',
    features: ({ refresh }) => [withTokens({ refresh })],
  },
  'a token in memory that says who it is, with refresh': {
    kind: 'token',
    features: ({ refresh }) => [withTokens({ refresh, user: userIn })],
  },
};

@Component({ template: '' })
class Empty {}

@Component({
  imports: [HasRole],
  template: `<b *hasRole="'admin'; else denied; loading: loading">{{ session.user('name') }}</b>
    <ng-template #denied>denied</ng-template><ng-template #loading>loading</ng-template>`,
})
class Gate {
  protected readonly session = inject(SessionService);
}

const ROUTES: Routes = [
  { path: 'sign-in', component: Empty, canActivate: [guestGuard] },
  { path: 'forbidden', component: Empty },
  { path: 'account', component: Empty, canActivate: [authGuard] },
  { path: 'admin', component: Empty, canMatch: [roleGuard('admin')] },
  { path: '**', component: Empty },
];

for (const [mode, { kind, features }] of Object.entries(MODES)) {
  describe(`A session by ${mode}`, () => {
    let api: SimulatedApi;

    beforeEach(() => {
      api = new SimulatedApi(kind);
    });
    afterEach(() => {
      closePages();
      localStorage.clear();
    });

    const open = (): Promise<Page> =>
      openPage({
        routes: ROUTES,
        features: [...features(api), withTabSync()],
        interceptors: [
          unauthorizedInterceptor,
          ...(kind === 'token' ? [tokenInterceptor] : []),
          api.interceptor,
        ],
      });
    const openAs = async (name: string): Promise<Page> => {
      const page = await open();
      await page.session.signIn(name);
      page.events.length = 0;
      return page;
    };
    const visit = async ({ router }: Page, url: string): Promise<string> => {
      await router.navigateByUrl(url);
      return router.url;
    };
    const name = ({ session }: Page) => session.user('name');
    /** Events, without those that only a token has. */
    const told = ({ events }: Page) =>
      events
        .filter(({ type }) => type !== 'tokenRefreshed')
        .map(({ type, source }) => [type, source]);

    it('begins with a sign-in', async () => {
      const page = await open();
      await visit(page, '/');
      const { body } = await page.session.signIn('Ada');
      expect(body).toEqual(ADA);
      expect(page.session.user()).toEqual(ADA);
      expect(page.session.roles()).toEqual(['admin']);
      expect(page.session.hasRole('admin')).toBeTrue();
      expect(page.session.hasRole('editor')).toBeFalse();
      expect(page.session.status()).toBe('authenticated');
      expect(told(page)).toEqual([['signedIn', 'local']]);
    });

    it('does not begin with a wrong password', async () => {
      const page = await openAs('Ada');
      expect(await rejectedStatus(page.session.signIn('Eve'))).toBe(401);
      expect(page.session.status()).toBe('unauthenticated');
      expect(told(page)).toEqual([['signedOut', 'local']]);
    });

    it('opens what guards keep', async () => {
      const guest = await open();
      expect(await visit(guest, '/account')).toBe('/sign-in?returnUrl=%2Faccount');
      expect(await visit(guest, '/admin')).toBe('/sign-in?returnUrl=%2Fadmin');
      const page = await openAs('Uma');
      expect(await visit(page, '/account')).toBe('/account');
      expect(await visit(page, '/admin')).toBe('/forbidden');
      expect(await visit(page, '/sign-in')).toBe('/');
      await page.session.signIn('Ada');
      expect(await visit(page, '/admin')).toBe('/admin');
    });

    it('is there after a reload, before the first guard decides', async () => {
      (await openAs('Ada')).close();
      const page = await open();
      expect(await visit(page, '/admin')).toBe('/admin');
      expect(page.session.user()).toEqual(ADA);
    });

    it('shows by *hasRole what a role may see', async () => {
      const page = await open();
      const app = page.inject(ApplicationRef);
      const gate = createComponent(Gate, { environmentInjector: page.inject(EnvironmentInjector) });
      app.attachView(gate.hostView);
      const text = () => {
        app.tick();
        return (gate.location.nativeElement as HTMLElement).textContent.trim();
      };
      expect(text()).toBe('loading');
      await visit(page, '/');
      await until(() => text() === 'denied');
      await page.session.signIn('Ada');
      expect(text()).toBe('Ada');
      await page.session.signOut();
      expect(text()).toBe('denied');
    });

    it('ends with a sign-out, at once, and with its data', async () => {
      const page = await openAs('Ada');
      page.put('cart', 1);
      const signedOut = page.session.signOut();
      expect(page.session.user()).toBeNull();
      expect(page.data.isEmpty()).toBeTrue();
      await signedOut;
      expect(told(page)).toEqual([['signedOut', 'local']]);
      expect(await visit(page, '/account')).toBe('/sign-in?returnUrl=%2Faccount');
    });

    it('ends for the other tabs too', async () => {
      const first = await openAs('Ada');
      const second = await open();
      await visit(second, '/account');
      second.events.length = 0;
      await first.session.signOut();
      await until(() => second.session.user() === null);
      await rest();
      expect(told(second)).toEqual([['unauthorized', 'tab']]);
      expect(await visit(second, '/admin')).toBe('/sign-in?returnUrl=%2Fadmin');
    });

    it('begins for the other tabs too, and changes there to somebody else', async () => {
      const [first, second] = [await open(), await open()];
      // Guards wait until it is known who is here.
      await visit(first, '/account');
      await visit(second, '/account');
      await first.session.signIn('Ada');
      await until(() => name(second) === 'Ada');
      second.put('cart', 1);
      await rest();
      await first.session.signIn('Uma');
      await until(() => name(second) === 'Uma');
      expect(second.data.isEmpty()).toBeTrue();
      expect(told(second)).toEqual([
        ['signedIn', 'tab'],
        ['identityChanged', 'tab'],
      ]);
    });

    it('ends once by many 401s of the API', async () => {
      const page = await openAs('Ada');
      await visit(page, '/account');
      page.events.length = 0;
      api.revoke();
      const http = page.inject(HttpClient);
      const statuses = Array.from({ length: 20 }, () =>
        firstValueFrom(http.get('/api/orders')).catch(
          (error: unknown) => (error as HttpErrorResponse).status,
        ),
      );
      expect(new Set(await Promise.all(statuses))).toEqual(new Set([401]));
      await rest();
      expect(page.session.user()).toBeNull();
      expect(told(page)).toEqual([['unauthorized', 'server']]);
    });

    it('brings nobody back by a read that a sign-out has overtaken', async () => {
      const page = await openAs('Ada');
      const updated = page.session.update().catch(() => undefined);
      await Promise.all([page.session.signOut(), updated]);
      await rest();
      expect(page.session.user()).toBeNull();
      expect(told(page)).toEqual([['signedOut', 'local']]);
    });

    it('shows nobody of before, whatever a read of theirs answers after a sign-in', async () => {
      const page = await openAs('Ada');
      const seen: unknown[] = [];
      page.session.events.subscribe(() => seen.push(name(page)));
      const updated = page.session.update().catch(() => undefined);
      await page.session.signIn('Uma');
      await updated;
      await rest();
      expect(page.session.user()).toEqual(UMA);
      expect(seen).toEqual([undefined, 'Uma']);
    });

    it('outlives a network that is down', async () => {
      const page = await openAs('Ada');
      api.isDown = true;
      await page.session.update().catch(() => undefined);
      await page.session.reload().catch(() => undefined);
      expect(page.session.user()).toEqual(ADA);
      expect(await visit(page, '/account')).toBe('/account');
    });

    it('is gone from the page by a sign-out without a network, and stays so', async () => {
      const page = await openAs('Ada');
      api.isDown = true;
      await page.session.signOut().catch(() => undefined);
      expect(page.session.user()).toBeNull();
      api.isDown = false;
      expect(await visit(page, '/account')).toBe('/sign-in?returnUrl=%2Faccount');
      expect(page.session.user()).toBeNull();
    });

    it('is asked for in bounds by a hundred rapid navigations', async () => {
      const page = await openAs('Ada');
      api.heard.length = 0;
      const visits = Array.from({ length: 100 }, (_, n) =>
        page.router.navigateByUrl(`/account?n=${n}`),
      );
      await Promise.all(visits);
      expect(page.router.url).toBe('/account?n=99');
      expect(api.heard.length).toBeLessThan(100);
      expect(page.session.user()).toEqual(ADA);
    });
  });
}
