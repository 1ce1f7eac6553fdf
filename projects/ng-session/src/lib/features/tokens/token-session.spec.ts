import { type TokenOptions, TokenSession, withTokens } from 'ng-session';
import { closePages, openPage } from '../../../../spec/open-page';
import { ADA, rejectionOf } from '../../../../spec/set-up';
import { tokenFor, userIn } from '../../../../spec/tokens';

const KEY = 'ng-session.token';

describe('TokenSession.refresh', () => {
  afterEach(() => {
    closePages();
    localStorage.clear();
  });

  const openAs = async (options: TokenOptions, token = tokenFor(ADA)) => {
    const page = await openPage({ features: [withTokens({ user: userIn, ...options })] });
    const tokens = page.inject(TokenSession);
    await tokens.authenticate(token);
    page.events.length = 0;
    return { page, tokens, session: page.session, token };
  };

  it('takes a new token, once for all who ask', async () => {
    const asked: (string | null)[] = [];
    const { page, tokens, token } = await openAs({
      refresh: async (old) => (asked.push(old), tokenFor(ADA, { jti: 'next' })),
    });
    expect(await Promise.all([tokens.refresh(), tokens.refresh()])).toEqual([true, true]);
    expect(asked).toEqual([token]);
    expect(tokens.claims()?.jti).toBe('next');
    expect(page.told()).toEqual(['tokenRefreshed']);
  });

  it('takes the one that another tab has got meanwhile', async () => {
    const refresh = jasmine.createSpy('refresh').and.resolveTo(null);
    const { tokens } = await openAs({ storage: 'local', refresh });
    localStorage.setItem(KEY, tokenFor(ADA, { jti: 'theirs' }));
    expect(await tokens.refresh()).toBeTrue();
    expect(tokens.claims()?.jti).toBe('theirs');
    expect(refresh).not.toHaveBeenCalled();
  });

  it('ends the session where the server refuses', async () => {
    const { page, tokens, session } = await openAs({ refresh: async () => null });
    expect(await tokens.refresh()).toBeFalse();
    expect(session.user()).toBeNull();
    expect(tokens.token()).toBeNull();
    expect(page.told()).toEqual(['unauthorized']);
  });

  it('does nothing where the app has no way to refresh', async () => {
    const { tokens, session, token } = await openAs({});
    expect(await tokens.refresh()).toBeFalse();
    expect(session.user()).toEqual(ADA);
    expect(tokens.token()).toBe(token);
  });

  it('does nothing where there is no token', async () => {
    const refresh = jasmine.createSpy('refresh').and.resolveTo(tokenFor(ADA));
    const page = await openPage({ features: [withTokens({ refresh })] });
    expect(await page.inject(TokenSession).refresh()).toBeFalse();
    expect(refresh).not.toHaveBeenCalled();
  });

  it('rejects where the network is down, and signs nobody out', async () => {
    const down = new TypeError('Failed to fetch');
    const { tokens, session } = await openAs({ refresh: () => Promise.reject(down) });
    expect(await rejectionOf(tokens.refresh())).toBe(down);
    expect(session.user()).toEqual(ADA);
  });
});
