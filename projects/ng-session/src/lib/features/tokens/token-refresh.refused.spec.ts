import { HttpClient } from '@angular/common/http';
import {
  TokenSession,
  type TokenOptions,
  tokenInterceptor,
  withTabSync,
  withTokens,
} from 'ng-session';
import { firstValueFrom } from 'rxjs';
import { deferred } from '../../../../spec/deferred';
import { type Page, closePages, openPage, rest, until } from '../../../../spec/open-page';
import { ADA, UMA } from '../../../../spec/set-up';
import { SimulatedApi } from '../../../../spec/simulated-api';
import { tokenFor, userIn } from '../../../../spec/tokens';

const KEY = 'ng-session.token';

describe('A refresh that is refused', () => {
  let api: SimulatedApi;
  /** With which tokens it was asked for. */
  let asked: (string | null)[];

  beforeEach(() => {
    api = new SimulatedApi('token');
    asked = [];
  });
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  const open = (options: TokenOptions = {}): Promise<Page> =>
    openPage({
      features: [
        withTokens({
          refresh: (token) => {
            asked.push(token);
            return api.refresh();
          },
          user: userIn,
          ...options,
        }),
        withTabSync(),
      ],
      interceptors: [tokenInterceptor, api.interceptor],
    });
  const order = ({ inject }: Page) =>
    firstValueFrom(inject(HttpClient).get('/api/orders')).catch(() => undefined);
  /** Two pages of a session, which the server ends. */
  const openTwo = async (options: TokenOptions = {}) => {
    const first = await open(options);
    await first.session.signIn('Ada');
    await rest();
    const second = await open(options);
    await second.session.update();
    expect(second.session.user()).toEqual(ADA);
    await rest();
    asked.length = 0;
    api.revoke();
    return [first, second] as const;
  };

  it('is asked for once a tab, where each has a token of its own', async () => {
    const pages = await openTwo();
    await Promise.all([order(pages[0]), order(pages[0])]);
    await until(() => pages.every(({ session }) => session.user() === null));
    await rest();
    for (const page of pages) await page.router.navigateByUrl('/elsewhere');
    expect(asked.length).toBe(2);
    expect(new Set(asked).size).toBe(2);
    expect(asked).not.toContain(null);
  });

  it('is asked for by one tab, where all have the same', async () => {
    const pages = await openTwo({ storage: 'local' });
    await Promise.all(pages.map(order));
    await until(() => pages.every(({ session }) => session.user() === null));
    await rest();
    expect(asked.length).toBe(1);
  });

  it('is asked for anew where another tab has signed in since', async () => {
    const pages = await openTwo();
    await order(pages[0]);
    await until(() => pages.every(({ session }) => session.user() === null));
    await rest();
    await pages[0].session.signIn('Uma');
    await until(() => pages[1].session.user() !== null);
    expect(pages[1].session.user()).toEqual(UMA);
  });

  it('is asked for anew when a while has passed', async () => {
    const [page] = await openTwo();
    await order(page);
    await page.session.update().catch(() => undefined);
    expect(asked).not.toContain(null);
    const later = Date.now() + 5000;
    spyOn(Date, 'now').and.returnValue(later);
    await page.session.update().catch(() => undefined);
    expect(asked).toContain(null);
  });

  it('is asked for each time by who was never signed in, as the app may know more', async () => {
    const page = await open();
    asked.length = 0;
    await page.session.update().catch(() => undefined);
    await page.session.update().catch(() => undefined);
    expect(asked).toEqual([null, null]);
  });

  it('is not asked for with a token that the app has put back', async () => {
    const token = tokenFor(ADA);
    const page = await open();
    const tokens = page.inject(TokenSession);
    for (let count = 0; count < 2; count++) {
      await tokens.authenticate(token);
      await order(page);
      await rest();
      expect(page.session.user()).toBeNull();
    }
    expect(asked).toEqual([token]);
  });

  it('is asked for after what was under way when another tab signed out', async () => {
    const { promise, resolve } = deferred<string | null>();
    const answers = [Promise.resolve(tokenFor(ADA)), promise];
    let count = 0;
    const refresh = () => answers[count++] ?? Promise.resolve(null);
    const first = await open();
    await first.session.signIn('Ada');
    await rest();
    const second = await open({ refresh });
    await second.session.update();
    expect(second.session.user()).toEqual(ADA);
    // The API does not know its token, so that it needs another one.
    void order(second);
    await until(() => count === 2);
    await first.session.signOut();
    await rest();
    // It was made before the sign-out, and arrives after it.
    resolve(tokenFor(ADA, { jti: 'from before' }));
    await until(() => count === 3);
    await rest();
    expect(second.session.user()).toBeNull();
    expect(second.inject(TokenSession).token()).toBeNull();
    expect(localStorage.getItem(KEY)).toBeNull();
  });
});
