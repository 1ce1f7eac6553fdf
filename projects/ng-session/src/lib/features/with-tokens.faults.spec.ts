import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { type TokenOptions, type TokenStorage, TokenSession, withTokens } from 'ng-session';
import { ADA, UMA, rejectedStatus, setUp, settle } from '../../../spec/set-up';
import { tokenFor, userIn } from '../../../spec/tokens';

const KEY = 'ng-session.token';

describe('withTokens, where the storage fails', () => {
  afterEach(() => localStorage.clear());

  const blocked = () => {
    throw new DOMException('As a browser says it.', 'SecurityError');
  };
  const start = (options: TokenOptions = {}) => {
    const handled: unknown[] = [];
    const harness = setUp({
      features: [withTokens({ user: userIn, storage: 'local', ...options })],
      providers: [
        {
          provide: ErrorHandler,
          useValue: { handleError: (error: unknown) => handled.push(error) },
        },
      ],
    });
    const told = () => harness.events.map(({ type }) => type);
    return { ...harness, tokens: TestBed.inject(TokenSession), handled, told };
  };

  it('leaves no older token there, where the next one can not be written', async () => {
    let kept: string | null = null;
    const storage: TokenStorage = {
      get: () => kept,
      set: () => {
        throw new Error('full');
      },
      remove: () => {
        kept = null;
      },
    };
    const { session, tokens } = start({ storage });
    // Another tab has stored it.
    kept = tokenFor(ADA);
    await tokens.authenticate(tokenFor(UMA));
    expect(session.user()).toEqual(UMA);
    expect(kept).toBeNull();
  });

  it('removes the token by a sign-out all the same', async () => {
    const { session, tokens, told } = start();
    await tokens.authenticate(tokenFor(ADA));
    const get = spyOn(Storage.prototype, 'getItem').and.callFake(blocked);
    await session.update();
    await settle();
    get.and.callThrough();
    expect(told()).toContain('storeFailed');
    expect(localStorage.getItem(KEY)).not.toBeNull();
    await tokens.unauthenticate();
    expect(localStorage.getItem(KEY)).toBeNull();
  });

  it('removes the token by a sign-out, without a look at what it is', async () => {
    const { tokens, told } = start();
    await tokens.authenticate(tokenFor(ADA));
    const get = spyOn(Storage.prototype, 'getItem').and.callFake(blocked);
    await tokens.unauthenticate();
    await settle();
    get.and.callThrough();
    expect(localStorage.getItem(KEY)).toBeNull();
    expect(told()).not.toContain('storeFailed');
  });

  it('says so once, whatever fails after it', async () => {
    const fail = () => Promise.reject(new Error('out of reach'));
    const { tokens, told } = start({ storage: { get: fail, set: fail, remove: fail } });
    for (const user of [ADA, UMA]) {
      await tokens.authenticate(tokenFor(user));
      await tokens.unauthenticate();
      await settle();
    }
    expect(told().filter((type) => type === 'storeFailed').length).toBe(1);
  });

  it('is not read again, so that it brings nobody back', async () => {
    const { session, tokens } = start();
    await tokens.authenticate(tokenFor(ADA));
    const remove = spyOn(Storage.prototype, 'removeItem').and.callFake(blocked);
    await tokens.unauthenticate();
    remove.and.callThrough();
    expect(localStorage.getItem(KEY)).not.toBeNull();
    expect(await rejectedStatus(session.update())).toBe(401);
    expect(session.user()).toBeNull();
  });

  it('does not have the app wait for a removal that never ends', async () => {
    const storage: TokenStorage = {
      get: () => Promise.reject(new Error('out of reach')),
      set: () => undefined,
      remove: () => new Promise<never>(() => undefined),
    };
    const { session, tokens } = start({ storage });
    await settle();
    await tokens.authenticate(tokenFor(ADA));
    await tokens.unauthenticate();
    expect(await rejectedStatus(session.update())).toBe(401);
  });

  for (const [what, tokenGetter] of Object.entries<NonNullable<TokenOptions['tokenGetter']>>({
    throws: () => {
      throw new Error('no token today');
    },
    rejects: () => Promise.reject(new Error('no token today')),
  })) {
    it(`goes on with it where \`tokenGetter\` ${what}, which the app is told of`, async () => {
      const { tokens, handled, told } = start({ tokenGetter });
      await settle();
      expect(handled).toEqual([new Error('no token today')]);
      const token = tokenFor(ADA);
      await tokens.authenticate(token);
      expect(localStorage.getItem(KEY)).toBe(token);
      expect(told()).not.toContain('storeFailed');
    });
  }
});
