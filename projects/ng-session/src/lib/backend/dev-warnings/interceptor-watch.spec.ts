import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { type NgSessionConfig, SessionBackend, credentialsInterceptor } from 'ng-session';
import { of } from 'rxjs';
import { ADA, type SetUp, disconnect, failWith, setUp } from '../../../../spec/set-up';
import { watchConsole } from '../../../../spec/watch-console';

const API = 'https://api.example.com';

describe('interceptor-missing', () => {
  const start = (config: NgSessionConfig, more: SetUp = {}) => {
    const warnings = watchConsole();
    const harness = setUp({ ...more, config });
    const update = async (): Promise<void> => {
      const updated = harness.session.update();
      harness.server.expectOne(({ method }) => method === 'GET').flush(ADA);
      await updated;
    };
    return { ...harness, warnings, update };
  };

  for (const [name, config, origin] of [
    ['baseUrl', { baseUrl: API }, API],
    ['updateUrl', { updateUrl: `${API}/me` }, API],
    ['signInUrl', { signInUrl: 'https://id.example.com/in' }, 'https://id.example.com'],
    ['signOutUrl', { signOutUrl: 'https://id.example.com/out' }, 'https://id.example.com'],
    ['apiOrigins', { apiOrigins: ['https://files.example.com'] }, 'https://files.example.com'],
  ] as const) {
    it(`is told once where ${name} names another origin`, async () => {
      const { update, warnings } = start(config);
      await update();
      await update();
      expect(warnings().length).toBe(1);
      expect(warnings()[0]).toMatch(/^ng-session: interceptor-missing: requests to /);
      expect(warnings()[0]).toContain(`requests to ${origin} do not pass`);
      expect(warnings()[0]).toContain(
        'provideHttpClient(withInterceptors([credentialsInterceptor]))',
      );
      expect(warnings()[0]).toContain('withInterceptorsFromDi()');
    });
  }

  it('is told with a failure of the server too', async () => {
    const { session, server, warnings } = start({ baseUrl: API });
    const updated = session.update().catch(() => undefined);
    failWith(server.expectOne(`${API}/api/session`), 401);
    await updated;
    expect(warnings().length).toBe(1);
  });

  const other: HttpInterceptorFn = (request, next) => next(request);
  for (const [name, interceptors] of [
    ['alone', [credentialsInterceptor]],
    ['before others', [credentialsInterceptor, other]],
    ['after others', [other, credentialsInterceptor]],
    [
      'within another',
      [(request, next) => credentialsInterceptor(request, next)] as HttpInterceptorFn[],
    ],
  ] as const) {
    it(`is not told where the interceptor is there, ${name}`, async () => {
      const { update, warnings } = start({ baseUrl: API }, { interceptors: [...interceptors] });
      await update();
      expect(warnings()).toEqual([]);
    });
  }

  for (const config of [{}, { baseUrl: '/v2' }, { baseUrl: location.origin }]) {
    it(`is not told where all is on the origin of the app: ${JSON.stringify(config)}`, async () => {
      const { update, warnings } = start(config);
      await update();
      expect(warnings()).toEqual([]);
    });
  }

  it('is not told where no server has answered', async () => {
    const { session, server, warnings } = start({ baseUrl: API });
    const updated = session.update().catch(() => undefined);
    disconnect(server.expectOne(`${API}/api/session`));
    await updated;
    expect(warnings()).toEqual([]);
  });

  it('is not told where an interceptor answers in the place of a server', async () => {
    const { session, warnings } = start(
      { baseUrl: API },
      { interceptors: [() => of(new HttpResponse({ body: ADA }))] },
    );
    await session.update();
    expect(warnings()).toEqual([]);
  });

  it('is not told of a backend of the app', async () => {
    const fetch = () => of(new HttpResponse({ body: ADA, url: `${API}/graphql` }));
    const { session, warnings } = start(
      { baseUrl: API },
      { providers: [{ provide: SessionBackend, useValue: { fetch } }] },
    );
    await session.update();
    expect(warnings()).toEqual([]);
  });
});
