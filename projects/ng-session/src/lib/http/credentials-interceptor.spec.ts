import { HttpClient, HttpHeaders, HttpXsrfTokenExtractor } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { credentialsInterceptor } from 'ng-session';
import { ADA, failWith, rejectionOf, setUp } from '../../../spec/set-up';

const API = 'https://api.example.com';

describe('credentialsInterceptor', () => {
  const start = (cookie: string | null = null) => {
    const harness = setUp({
      config: { baseUrl: API },
      interceptors: [credentialsInterceptor],
      providers: [{ provide: HttpXsrfTokenExtractor, useValue: { getToken: () => cookie } }],
    });
    return { ...harness, http: TestBed.inject(HttpClient) };
  };

  it('sends credentials to our origins, and leaves all other requests untouched', () => {
    const { http, server } = start('token');
    for (const [url, isOurs] of [
      [`${API}/orders`, true],
      ['/orders', true],
      ['https://evil.example/orders', false],
      ['//evil.example/orders', false],
      ['https://api.example.com.evil.example/', false],
      ['http://[', false],
    ] as const) {
      http.post(url, {}).subscribe();
      const { request } = server.expectOne(url);
      expect(request.withCredentials).withContext(url).toBe(isOurs);
      expect(request.headers.get('X-XSRF-TOKEN'))
        .withContext(url)
        .toBe(isOurs ? 'token' : null);
    }
  });

  it('leaves a request alone whose caller omits credentials', () => {
    const { http, server } = start('token');
    http.post(`${API}/orders`, {}, { credentials: 'omit' }).subscribe();
    const { request } = server.expectOne(`${API}/orders`);
    expect(request.withCredentials).toBeFalse();
    expect(request.credentials).toBe('omit');
    expect(request.headers.has('X-XSRF-TOKEN')).toBeFalse();
  });

  for (const [method, carries] of [
    ['GET', false],
    ['HEAD', false],
    ['OPTIONS', false],
    ['JSONP', false],
    ['POST', true],
    ['PUT', true],
    ['PATCH', true],
    ['DELETE', true],
  ] as const) {
    it(`${carries ? 'sends' : 'does not send'} the XSRF header with ${method}`, () => {
      const { http, server } = start('token');
      http.request(method, `${API}/orders`).subscribe();
      const { request } = server.expectOne(`${API}/orders`);
      expect(request.headers.has('X-XSRF-TOKEN')).toBe(carries);
    });
  }

  it('leaves it to the caller whether redirects are followed', () => {
    const { http, server, session } = start('token');
    for (const redirect of ['follow', 'error'] as const) {
      http.post(`${API}/orders`, {}, { redirect }).subscribe();
      expect(server.expectOne(`${API}/orders`).request.redirect).toBe(redirect);
    }
    void session.update({ redirect: 'error' });
    expect(server.expectOne(`${API}/api/session`).request.redirect).toBe('error');
  });

  it("keeps a caller's own XSRF header", () => {
    const { http, server } = start('token');
    http.post(`${API}/orders`, {}, { headers: { 'X-XSRF-TOKEN': 'mine' } }).subscribe();
    expect(server.expectOne(`${API}/orders`).request.headers.get('X-XSRF-TOKEN')).toBe('mine');
  });

  it('takes the token of the last session response where there is no cookie', async () => {
    const { http, server, session } = start();
    const token = () => {
      http.post(`${API}/orders`, {}).subscribe();
      return server.expectOne(`${API}/orders`).request.headers.get('X-XSRF-TOKEN');
    };
    const updateWith = (headers: Record<string, string>) => {
      const updated = session.update();
      server.expectOne(`${API}/api/session`).flush(ADA, { headers: new HttpHeaders(headers) });
      return updated;
    };
    expect(token()).toBeNull();
    await updateWith({ 'X-XSRF-TOKEN': 'first' });
    expect(token()).toBe('first');
    await updateWith({ 'X-XSRF-TOKEN': 'second' });
    expect(token()).toBe('second');
    await updateWith({});
    expect(token()).toBe('second');
  });

  it('takes the token of the cookie where there are both', async () => {
    const { http, server, session } = start('of the cookie');
    const updated = session.update();
    server
      .expectOne(`${API}/api/session`)
      .flush(ADA, { headers: { 'X-XSRF-TOKEN': 'of the server' } });
    await updated;
    http.post(`${API}/orders`, {}).subscribe();
    expect(server.expectOne(`${API}/orders`).request.headers.get('X-XSRF-TOKEN')).toBe(
      'of the cookie',
    );
  });

  it('takes the token of a session response that failed, as a first 401 does', async () => {
    const { http, server, session } = start();
    const updated = session.update();
    server.expectOne(`${API}/api/session`).flush(null, {
      status: 401,
      statusText: 'Unauthorized',
      headers: { 'X-XSRF-TOKEN': 'anonymous' },
    });
    await rejectionOf(updated);
    http.post(`${API}/orders`, {}).subscribe();
    expect(server.expectOne(`${API}/orders`).request.headers.get('X-XSRF-TOKEN')).toBe('anonymous');
  });
});

describe("the session's own requests", () => {
  it('carry credentials and the XSRF header without any interceptor', async () => {
    const { session, server } = setUp({ config: { baseUrl: API } });
    const updated = session.update();
    server.expectOne(`${API}/api/session`).flush(ADA, { headers: { 'X-XSRF-TOKEN': 'token' } });
    await updated;
    const signedOut = session.signOut();
    const post = server.expectOne(`${API}/api/users/sign-out`);
    expect(post.request.withCredentials).toBeTrue();
    expect(post.request.headers.get('X-XSRF-TOKEN')).toBe('token');
    failWith(post, 401);
    await signedOut;
  });
});
