import {
  HttpContext,
  HttpContextToken,
  HttpErrorResponse,
  HttpHeaders,
} from '@angular/common/http';
import { effect } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { throwError } from 'rxjs';
import { SessionBackend, SessionError } from 'ng-session';
import { EMPTY } from 'rxjs';
import {
  ADA,
  UMA,
  disconnect,
  failWith,
  rejectedStatus,
  rejectionOf,
  setUp,
  settle,
} from '../../../spec/set-up';

describe('SessionService.update', () => {
  describe('S1: an answer', () => {
    it('makes the body the user, and resolves with the response whose body is the user', async () => {
      const { session, get } = setUp({
        config: { parseUser: (body) => (body as { me: object }).me },
      });
      const updated = session.update();
      get().flush({ me: ADA }, { headers: { 'X-Request': '7' } });
      const response = await updated;
      expect(response.body).toEqual(ADA);
      expect(response.status).toBe(200);
      expect(response.headers.get('X-Request')).toBe('7');
      expect(session.user()).toEqual(ADA);
      expect(session.status()).toBe('authenticated');
      expect(session.isAuthenticated()).toBeTrue();
      expect(session.roles()).toEqual(['admin']);
    });

    it('sends the options, with credentials and without any interceptor', () => {
      const PURPOSE = new HttpContextToken(() => 'none');
      const { session, get } = setUp();
      void session.update({
        headers: new HttpHeaders({ 'X-Trace': 'a' }),
        params: { full: true },
        context: new HttpContext().set(PURPOSE, 'report'),
        timeout: 50,
      });
      const { request } = get();
      expect(request.withCredentials).toBeTrue();
      expect(request.headers.get('X-Trace')).toBe('a');
      expect(request.urlWithParams).toBe('/api/session?full=true');
      expect(request.timeout).toBe(50);
      expect(request.context.get(PURPOSE)).toBe('report');
    });

    it('has ten seconds, or what is configured', async () => {
      const { session, get } = setUp({ config: { timeout: 1234 } });
      const updated = session.update();
      const request = get();
      expect(request.request.timeout).toBe(1234);
      request.flush(ADA);
      await updated;
    });

    for (const [name, body, status] of [
      ['null', null, 200],
      ['204', null, 204],
      ['an empty body', '', 200],
    ] as const) {
      it(`means nobody: ${name}`, async () => {
        const { session, get, startAs } = setUp();
        await startAs(ADA);
        const updated = session.update();
        get().flush(body === '' ? null : body, { status, statusText: 'OK' });
        expect((await updated).body).toBeNull();
        expect(session.user()).toBeNull();
        expect(session.status()).toBe('unauthenticated');
        expect(session.roles()).toEqual([]);
      });
    }

    it('of 304 changes nothing but the time, and resolves with the user that is known', async () => {
      const { session, get, startAs, events } = setUp();
      await startAs(ADA);
      const known = session.user();
      const updated = session.update();
      failWith(get(), 304);
      const response = await updated;
      expect(response.status).toBe(304);
      expect(response.body).toBe(known);
      expect(session.user()).toBe(known);
      expect(session.stale()).toBeFalse();
      expect(events).toEqual([]);
    });

    it('of 304 ends what was stale', async () => {
      const { session, get, startAs } = setUp();
      await startAs(ADA);
      const failing = session.update();
      failWith(get(), 500);
      await rejectionOf(failing);
      const updated = session.update();
      failWith(get(), 304);
      await updated;
      expect(session.stale()).toBeFalse();
      expect(session.error()).toBeNull();
    });

    it('of 304 is a bad one where nothing is known yet', async () => {
      const { session, get } = setUp();
      const updated = session.update();
      failWith(get(), 304);
      await rejectionOf(updated);
      expect(session.status()).toBe('error');
    });
  });

  it('S2: on 401 nobody is signed in, and the promise rejects with the response', async () => {
    const { session, get, startAs, events } = setUp();
    await startAs(ADA);
    const updated = session.update();
    failWith(get(), 401);
    expect(await rejectedStatus(updated)).toBe(401);
    expect(session.user()).toBeNull();
    expect(session.status()).toBe('unauthenticated');
    expect(session.stale()).toBeFalse();
    expect(session.error()).toBeNull();
    expect(events).toEqual([{ type: 'unauthorized', source: 'server' }]);
  });

  describe('S3: any other failure', () => {
    const failures: readonly {
      name: string;
      code: string;
      fail: (request: ReturnType<ReturnType<typeof setUp>['get']>) => void;
    }[] = [
      { name: 'no connection', code: 'network', fail: disconnect },
      {
        name: 'a time-out',
        code: 'timeout',
        fail: (request) => {
          request.error(new DOMException('late', 'TimeoutError') as unknown as ProgressEvent);
        },
      },
      { name: '403', code: 'http', fail: (request) => failWith(request, 403) },
      { name: '404', code: 'http', fail: (request) => failWith(request, 404) },
      { name: '429', code: 'http', fail: (request) => failWith(request, 429) },
      { name: '500', code: 'http', fail: (request) => failWith(request, 500) },
      { name: '503', code: 'http', fail: (request) => failWith(request, 503) },
      { name: 'a string', code: 'invalid-response', fail: (request) => request.flush('"ada"') },
      { name: 'a number', code: 'invalid-response', fail: (request) => request.flush(7) },
      { name: 'a boolean', code: 'invalid-response', fail: (request) => request.flush(true) },
      { name: 'a list', code: 'invalid-response', fail: (request) => request.flush([ADA]) },
    ];
    for (const { name, code, fail } of failures) {
      it(`keeps the user, stale: ${name}`, async () => {
        const { session, get, startAs, events } = setUp();
        await startAs(ADA);
        const known = session.user();
        const updatedAt = session.updatedAt();
        const updated = session.update();
        fail(get());
        await rejectionOf(updated);
        expect(session.user()).toBe(known);
        expect(session.status()).toBe('authenticated');
        expect(session.stale()).toBeTrue();
        expect(session.error()?.code as string).toBe(code);
        expect(session.updatedAt()).toBe(updatedAt);
        expect(events).toEqual([]);
      });

      it(`leaves the session unknown where no user was known: ${name}`, async () => {
        const { session, get } = setUp();
        expect(session.status()).toBe('loading');
        const updated = session.update();
        fail(get());
        await rejectionOf(updated);
        expect(session.user()).toBeNull();
        expect(session.status()).toBe('error');
        expect(session.isAuthenticated()).toBeFalse();
        expect(session.error()?.code as string).toBe(code);
      });
    }

    it('does not forget that nobody was signed in', async () => {
      const { session, get } = setUp();
      const first = session.update();
      failWith(get(), 401);
      await rejectionOf(first);
      const second = session.update();
      failWith(get(), 500);
      await rejectionOf(second);
      expect(session.status()).toBe('unauthenticated');
      expect(session.stale()).toBeTrue();
    });

    it('of parseUser is a bad answer, with what it threw as the cause', async () => {
      const cause = new Error('no such field');
      const { session, get } = setUp({
        config: {
          parseUser: () => {
            throw cause;
          },
        },
      });
      const updated = session.update();
      get().flush(ADA);
      const rejection = (await rejectionOf(updated)) as SessionError;
      expect(rejection).toBeInstanceOf(SessionError);
      expect(rejection.code).toBe('invalid-response');
      expect(rejection.cause).toBe(cause);
      expect(session.error()).toBe(rejection);
    });

    it('of the identity function is a bad answer too', async () => {
      const cause = new Error('no such field');
      const { session, get, startAs } = setUp({
        config: {
          identity: ({ id }) => {
            if (id === UMA.id) throw cause;
            return id;
          },
        },
      });
      await startAs(ADA);
      const updated = session.update();
      get().flush(UMA);
      await rejectionOf(updated);
      expect(session.user()).toEqual(ADA);
      expect(session.stale()).toBeTrue();
      expect(session.error()?.cause).toBe(cause);
    });

    it('is told of too when the identity function throws for everybody', async () => {
      let broken = false;
      const cause = new Error('no such field');
      const { session, get, startAs, events } = setUp({
        config: {
          identity: ({ id }) => {
            if (broken) throw cause;
            return id;
          },
        },
      });
      await startAs(ADA);
      broken = true;
      const updated = session.update();
      get().flush({ ...ADA, name: 'Ada L.' });
      expect(await rejectionOf(updated)).toBe(session.error());
      expect(session.error()?.code).toBe('invalid-response');
      expect(session.error()?.cause).toBe(cause);
      expect(session.user()).toEqual(ADA);
      expect(session.stale()).toBeTrue();
      expect(events).toEqual([]);
    });

    it('of 200 with a page instead of JSON is a bad answer, and no fault of the server', async () => {
      const page = { error: new SyntaxError('Unexpected token <'), text: '<html>' };
      const { session } = setUp({
        interceptors: [() => throwError(() => new HttpErrorResponse({ status: 200, error: page }))],
      });
      expect(await rejectedStatus(session.update())).toBe(200);
      expect(session.error()?.code).toBe('invalid-response');
    });

    it('says how to mend an answer that is no user', async () => {
      const { session, get } = setUp();
      const updated = session.update();
      get().flush([ADA]);
      expect(await rejectionOf(updated)).toBe(session.error());
      expect(session.error()?.message).toContain('Give `parseUser`');
    });

    it('rejects with the response of the server', async () => {
      const { session, get } = setUp();
      const updated = session.update();
      failWith(get(), 503, { message: 'later' });
      const rejection = (await rejectionOf(updated)) as HttpErrorResponse;
      expect(rejection).toBeInstanceOf(HttpErrorResponse);
      expect(rejection.status).toBe(503);
      expect(rejection.error).toEqual({ message: 'later' });
      expect(session.error()?.cause).toBe(rejection);
    });

    it('is what an interceptor that swallows the answer leads to', async () => {
      const { session } = setUp({ interceptors: [() => EMPTY] });
      await rejectionOf(session.update());
      expect(session.status()).toBe('error');
      await rejectionOf(session.signIn({}));
      await rejectionOf(session.signOut());
      expect(session.isRefreshing()).toBeFalse();
    });

    it('is what a backend that throws leads to', async () => {
      const fetch = () => {
        throw new Error('no storage here');
      };
      const { session } = setUp({ providers: [{ provide: SessionBackend, useValue: { fetch } }] });
      await rejectionOf(session.update());
      expect(session.status()).toBe('error');
      expect(session.isRefreshing()).toBeFalse();
    });

    it('is over with the next answer', async () => {
      const { session, get, startAs } = setUp();
      await startAs(ADA);
      const failing = session.update();
      failWith(get(), 500);
      await rejectionOf(failing);
      const updated = session.update();
      get().flush(ADA);
      await updated;
      expect(session.stale()).toBeFalse();
      expect(session.error()).toBeNull();
    });
  });

  describe('S9: an equal answer', () => {
    it('keeps the same user object and wakes no reader', async () => {
      const { session, get, startAs, events } = setUp();
      await startAs({ ...ADA, roles: ['admin', 'editor'] });
      const known = session.user();
      const seen: string[] = [];
      TestBed.runInInjectionContext(() => {
        const reads = ['user', 'roles', 'status', 'isAuthenticated', 'stale', 'error'] as const;
        for (const read of reads) {
          effect(() => {
            session[read]();
            seen.push(read);
          });
        }
      });
      TestBed.tick();
      seen.length = 0;
      const updated = session.update();
      get().flush({ ...ADA, roles: ['admin', 'editor'] });
      expect((await updated).body).toEqual(known);
      TestBed.tick();
      await settle();
      expect(session.user()).toBe(known);
      expect(seen).toEqual([]);
      expect(events).toEqual([]);
    });

    it('to the question for the roles wakes no reader of theirs, whatever else has changed', async () => {
      const { session, get, startAs } = setUp();
      await startAs({ ...ADA, roles: ['admin', 'editor'] });
      const known = session.roles();
      const updated = session.update();
      get().flush({ ...ADA, name: 'Ada L.', roles: ['admin', 'editor'] });
      await updated;
      expect(session.user('name')).toBe('Ada L.');
      expect(session.roles()).toBe(known);
    });

    it('is told from one that differs in a Set or a Map', async () => {
      const parseUser = (body: unknown) => ({
        ...ADA,
        roles: undefined,
        groups: new Set((body as { groups: string[] }).groups),
        at: new Map([['role', (body as { groups: string[] }).groups[0]]]),
      });
      const { session, get } = setUp({
        config: { parseUser, roles: (user) => [...(user as { groups: Set<string> }).groups] },
      });
      for (const groups of [['admin'], ['user']]) {
        const updated = session.update();
        get().flush({ groups });
        await updated;
      }
      expect(session.roles()).toEqual(['user']);
      expect(session.hasRole('admin')).toBeFalse();
    });

    it('is told from one that differs far down', async () => {
      const { session, get, startAs, events } = setUp();
      await startAs({ ...ADA, roles: ['admin', 'editor'] });
      const updated = session.update();
      get().flush({ ...ADA, roles: ['admin', 'author'] });
      await updated;
      expect(session.roles()).toEqual(['admin', 'author']);
      expect(events.map(({ type }) => type)).toEqual(['updated']);
    });
  });

  describe('answers that are made to harm', () => {
    it('with a __proto__ key give no role and leave all other objects alone', async () => {
      const { session, get } = setUp();
      const updated = session.update();
      get().flush(
        JSON.parse('{"id":1,"__proto__":{"roles":["admin"],"polluted":true}}') as Record<
          string,
          unknown
        >,
      );
      await updated;
      expect(session.roles()).toEqual([]);
      expect(session.hasRole('admin')).toBeFalse();
      session.set('user.name', 'Ada');
      expect(session.hasRole('admin')).toBeFalse();
      expect(session.roles()).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    });

    it('that nest too deep to be compared never throw into a reader', async () => {
      const { session, get, startAs } = setUp();
      const nested = () =>
        JSON.parse('{"id":1,"a":'.repeat(50_000) + '1' + '}'.repeat(50_000)) as object;
      await startAs(nested());
      const updated = session.update();
      get().flush(nested());
      await updated.catch(() => undefined);
      expect(session.isAuthenticated()).toBeTrue();
      expect(session.hasRole('admin')).toBeFalse();
    });

    for (const roles of [
      null,
      7,
      { admin: true },
      [['admin']],
      ['admin', 7],
      'superadmin',
      undefined,
      '',
    ]) {
      it(`with the roles ${JSON.stringify(roles)} make nobody an admin`, async () => {
        const { session, startAs } = setUp();
        await startAs({ id: 1, roles } as object);
        expect(session.hasRole('admin')).toBeFalse();
        expect(session.hasRole(['admin'], true)).toBeFalse();
      });
    }

    it('that make the roles function throw give no role', async () => {
      const { session, startAs } = setUp({
        config: { roles: (user) => (user as { groups: { names: string[] } }).groups.names },
      });
      await startAs(UMA);
      expect(session.roles()).toEqual([]);
      expect(session.hasRole('user')).toBeFalse();
    });
  });
});
