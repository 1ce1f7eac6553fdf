import { TestBed } from '@angular/core/testing';
import fc from 'fast-check';
import type { SessionUser } from 'ng-session';
import { type Outcome, SimulatedServer } from '../../../spec/simulated-server';
import { ADA, UMA, failWith, rejectionOf, setUp, settle } from '../../../spec/set-up';

describe('S8: races', () => {
  it('callers of a running update share it', async () => {
    const { session, get } = setUp();
    const updates = [session.update(), session.update(), session.resolve()];
    get().flush(ADA);
    const [first, second] = await Promise.all(updates);
    expect(first).toBe(second);
  });

  it('an update after an answer is a request of its own', async () => {
    const { session, get } = setUp();
    const first = session.update();
    get().flush(ADA);
    await first;
    const second = session.update();
    get().flush(UMA);
    await second;
    expect(session.user()).toEqual(UMA);
  });

  it('a sign-out beats an update in flight: nobody is resurrected', async () => {
    const { session, get, signOutPost, startAs, events } = setUp();
    await startAs(ADA);
    const updated = session.update();
    const late = get();
    const signedOut = session.signOut();
    signOutPost().flush(null);
    await signedOut;
    late.flush(ADA);
    await updated;
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    expect(events).toEqual([{ type: 'signedOut', source: 'local' }]);
  });

  it('an update called during a sign-out waits for it, so that the server has heard of it', async () => {
    const { session, get, signOutPost, startAs, sent } = setUp();
    await startAs(ADA);
    const signedOut = session.signOut();
    const updated = session.update();
    expect(sent('GET').length).toBe(0);
    signOutPost().flush(null);
    await signedOut;
    await settle();
    failWith(get(), 401);
    await rejectionOf(updated);
    expect(session.user()).toBeNull();
  });

  it('of two updates out of order the later started wins', async () => {
    const { session, get, put } = setUp();
    const reloaded = session.reload();
    const updateAnswer = put();
    updateAnswer.flush(null);
    const earlier = get();
    const updated = session.update();
    const later = get();
    later.flush({ ...ADA, name: 'new' });
    await updated;
    earlier.flush({ ...ADA, name: 'old' });
    await reloaded;
    expect(session.user('name')).toBe('new');
  });

  it('the answer for one user that arrives after another signed in is never shown', async () => {
    const { session, get, signInPost, startAs, events } = setUp();
    await startAs(ADA);
    const updated = session.update();
    const late = get();
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    events.length = 0;
    late.flush({ ...ADA, name: 'late' });
    await updated;
    expect(session.user()).toEqual(UMA);
    expect(events).toEqual([]);
  });

  it('the end of an update of before a sign-in does not end the sharing after it', async () => {
    const { session, get, sent, signInPost } = setUp();
    void session.update();
    const early = get();
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    const updated = session.update();
    const [request] = sent('GET');
    early.flush(ADA);
    await settle();
    expect(session.update()).toBe(updated);
    expect(sent('GET').length).toBe(0);
    request?.flush(UMA);
    await updated;
  });

  it('a late 304 does not hide a failure that came after it was asked', async () => {
    const { session, get, put, startAs } = setUp();
    await startAs(ADA);
    const reloaded = session.reload();
    put().flush(null);
    const late = get();
    const updated = session.update();
    failWith(get(), 500);
    await rejectionOf(updated);
    failWith(late, 304);
    await reloaded;
    expect(session.stale()).toBeTrue();
  });

  it('a late 401 does not end the session that began after it was asked', async () => {
    const { session, get, signInPost } = setUp();
    const updated = session.update();
    const late = get();
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    failWith(late, 401);
    await rejectionOf(updated);
    expect(session.user()).toEqual(UMA);
  });

  it('a sign-out during a sign-in is sent after it, so that no cookie survives', async () => {
    const { session, signInPost, signOutPost, get, sent } = setUp();
    const signedIn = session.signIn({});
    const post = signInPost();
    const signedOut = session.signOut();
    expect(sent('POST', '/api/users/sign-out').length).toBe(0);
    post.flush(null);
    await settle();
    signOutPost().flush(null);
    await signedOut;
    await settle();
    failWith(get(), 401);
    await rejectionOf(signedIn);
    expect(session.user()).toBeNull();
  });

  it('an update called after a sign-in is not the one from before it', async () => {
    const { session, get, signInPost } = setUp();
    const before = session.update();
    get();
    void session.signIn({});
    expect(session.update()).not.toBe(before);
    signInPost();
  });

  it('a change waits for one that is under way, also when the one before that has ended', async () => {
    const { session, signInPost, signOutPost, put, sent } = setUp();
    void session.signIn({});
    void session.signOut();
    signInPost().flush(null);
    await settle();
    const post = signOutPost();
    // The queue must not be open because the sign-in has left it.
    void session.reload();
    expect(sent('PUT').length).toBe(0);
    post.flush(null);
    await settle();
    put();
  });

  it('an update waits for all changes, also for one that was called after it', async () => {
    const { session, signInPost, sent } = setUp();
    void session.signIn({ email: 'ada' });
    const post = signInPost();
    void session.update();
    void session.signIn({ email: 'uma' });
    post.flush(null);
    await settle();
    expect(sent('GET').length).toBe(0);
    signInPost().flush(null);
    await settle();
    expect(sent('GET').length).toBeGreaterThan(0);
  });

  it('a reload during a sign-in is sent after it, so that it is of the new session', async () => {
    const { session, signInPost, put, sent } = setUp();
    void session.signIn({});
    const post = signInPost();
    void session.reload();
    expect(sent('PUT').length).toBe(0);
    post.flush(null);
    await settle();
    put();
  });

  it('the late end of a sign-out is no answer for the sign-in that began since', async () => {
    const { session, signInPost, signOutPost, get, startAs } = setUp({ config: { cache: true } });
    await startAs(ADA);
    const signedOut = session.signOut();
    const post = signOutPost();
    const signedIn = session.signIn({});
    post.flush(null);
    await signedOut;
    // A guard that asks now has to wait for the sign-in.
    expect(session.updatedAt()).toBeNull();
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    expect(session.user()).toEqual(UMA);
  });

  it('when the identity changes, the data of the earlier user is gone before the new one shows', async () => {
    const { session, get, startAs, events } = setUp();
    await startAs(ADA);
    session.set('basket', ['tea']);
    let dataSeenByUma: unknown = 'unset';
    session.events.subscribe(() => (dataSeenByUma = session.get('basket')));
    const updated = session.update();
    get().flush(UMA);
    await updated;
    expect(dataSeenByUma).toBeUndefined();
    expect(session.data.all()).toEqual({});
    expect(events).toEqual([{ type: 'identityChanged', source: 'server', user: UMA }]);
  });

  it('data outlives a session that ran out, for the same person only', async () => {
    const { session, get, startAs } = setUp();
    const answer = async (user: SessionUser | null) => {
      const updated = session.update();
      get().flush(user);
      await updated;
    };
    await startAs(ADA);
    session.set('draft', 'Dear');
    await answer(null);
    await answer({ ...ADA });
    expect(session.get('draft')).toBe('Dear');
    await answer(null);
    await answer(UMA);
    expect(session.get('draft')).toBeUndefined();
  });

  it('what a guest put after the sign-out of somebody else is carried over too', async () => {
    const { session, signInPost, signOutPost, get, startAs } = setUp();
    await startAs(ADA);
    const signedOut = session.signOut();
    signOutPost().flush(null);
    await signedOut;
    session.set('basket', ['tea']);
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(UMA);
    await signedIn;
    expect(session.get('basket')).toEqual(['tea']);
  });

  it('what a guest put is carried over the sign-in', async () => {
    const { session, signInPost, get } = setUp();
    session.set('basket', ['tea']);
    const signedIn = session.signIn({});
    signInPost().flush(null);
    get().flush(ADA);
    await signedIn;
    expect(session.get('basket')).toEqual(['tea']);
  });

  it('users whose identity is null are the same person only when equal', async () => {
    const { session, startAs, get } = setUp({ config: { identity: () => null } });
    await startAs({ name: 'Ada' });
    session.set('basket', 1);
    const updated = session.update();
    get().flush({ name: 'Uma' });
    await updated;
    expect(session.get('basket')).toBeUndefined();
  });

  it('users without an identity are the same person only when equal', async () => {
    const { session, startAs, get, events } = setUp();
    await startAs({ name: 'Ada' });
    session.set('basket', 1);
    const updated = session.update();
    get().flush({ name: 'Uma' });
    await updated;
    expect(session.get('basket')).toBeUndefined();
    expect(events.map(({ type }) => type)).toEqual(['identityChanged']);
  });

  it('an identity may be an object, compared by what is in it', async () => {
    const { session, startAs } = setUp({
      config: { identity: (user) => ['tenant', user.id] },
    });
    await startAs(ADA);
    session.set('basket', 1);
    await startAs({ ...ADA, name: 'Ada L.' });
    expect(session.get('basket')).toBe(1);
    await startAs(UMA);
    expect(session.get('basket')).toBeUndefined();
  });

  it('whatever is pending when the application is destroyed is cancelled and writes nothing', async () => {
    const { session, get, startAs, events } = setUp();
    await startAs(ADA);
    let wentOn = false;
    const goOn = () => (wentOn = true);
    session.update().then(goOn, goOn);
    const request = get();
    TestBed.resetTestingModule();
    expect(request.cancelled).toBeTrue();
    await settle();
    expect(wentOn).toBeFalse();
    expect(session.user()).toEqual(ADA);
    expect(session.stale()).toBeFalse();
    expect(events).toEqual([]);
  });

  type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
  const act = fc.tuple(
    fc.constantFrom(
      ...(['update', 'resolve', 'reload', 'signInAda', 'signInUma', 'signOut'] as const),
      ...(['hear', 'hear', 'deliver', 'deliver'] as const),
    ),
    fc.nat(5),
    fc.constantFrom<Outcome>('ok', 'ok', 'ok', 'refused', 'lost'),
  );

  it('in every order of requests and answers, nobody is resurrected and nobody else is shown', async () => {
    const play = async (start: SessionUser | null, acts: Act[]) => {
      TestBed.resetTestingModule();
      const { session, server: http } = setUp();
      const server = new SimulatedServer(start);
      /** What the last sign-in or sign-out was meant to lead to. */
      let wish: SessionUser | null | undefined;
      const turn = async () => {
        await settle();
        server.receive(http.match(() => true));
        if (wish === null && session.user()) throw new Error('somebody came back after a sign-out');
      };
      const steps = {
        update: () => session.update(),
        resolve: () => session.resolve(),
        reload: () => session.reload(),
        signInAda: () => ((wish = ADA), session.signIn(0)),
        signInUma: () => ((wish = UMA), session.signIn(1)),
        signOut: () => ((wish = null), session.signOut()),
      };
      for (const [what, index, outcome] of acts) {
        if (what === 'hear') server.hear(index, outcome);
        else if (what === 'deliver') server.deliver(index);
        else void steps[what]().catch(() => undefined);
        await turn();
      }
      for (let round = 0; !server.isIdle; round++) {
        if (round > 200) throw new Error('it never comes to rest');
        server.finish();
        await turn();
      }
      const shown = session.user();
      if (shown && shown.id !== server.user?.id) throw new Error('somebody else is shown');
      if (!server.hadFaults && wish && shown?.id !== wish.id)
        throw new Error('the sign-in is lost');
      if (session.isRefreshing()) throw new Error('it refreshes for ever');
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(null, ADA, UMA),
        fc.array(act, { minLength: 1, maxLength: 25 }),
        play,
      ),
      { numRuns: 300 },
    );
  }, 120_000);

  it('a hundred updates and sign-outs in one turn come to rest with bounded requests', async () => {
    const { session, server, signOutPost, startAs } = setUp();
    await startAs(ADA);
    const all = Array.from({ length: 100 }, () => [session.update(), session.signOut()]).flat();
    const settled = Promise.allSettled(all);
    let count = 0;
    for (let round = 0; round < 10; round++) {
      for (const request of server.match(() => true)) {
        count++;
        if (request.request.method === 'GET') failWith(request, 401);
        else request.flush(null);
      }
      await settle();
    }
    await settled;
    expect(count).toBeLessThanOrEqual(4);
    expect(session.user()).toBeNull();
    expect(signOutPost).toThrow();
  });
});
