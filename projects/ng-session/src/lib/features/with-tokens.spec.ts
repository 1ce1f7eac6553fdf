import { HttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { type TokenOptions, TokenSession, tokenInterceptor, withTokens } from 'ng-session';
import { ADA, setUp } from '../../../spec/set-up';
import { tokenFor, userIn } from '../../../spec/tokens';

describe('withTokens', () => {
  const start = (options?: TokenOptions) => {
    const harness = setUp({ features: [withTokens(options)], interceptors: [tokenInterceptor] });
    return { ...harness, tokens: TestBed.inject(TokenSession), http: TestBed.inject(HttpClient) };
  };

  it('signs in with a token from elsewhere, and sends it along', async () => {
    const { session, tokens, http, server, events } = start({ user: userIn });
    const token = tokenFor(ADA);
    await tokens.authenticate(token);
    expect(session.user()).toEqual(ADA);
    expect(events.map(({ type }) => type)).toEqual(['signedIn']);
    http.get('/api/orders').subscribe();
    const { request } = server.expectOne('/api/orders');
    expect(request.headers.get('Authorization')).toBe(`Bearer ${token}`);
  });
});
