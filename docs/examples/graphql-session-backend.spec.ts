import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { SessionService } from 'ng-session';

import { ADA } from './ada';
import { appConfig } from './graphql.config';

describe('GraphQLSessionBackend', () => {
  const setUp = () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(),
        provideHttpClientTesting(),
        ...appConfig.providers,
      ],
    });
    const server = TestBed.inject(HttpTestingController);
    return {
      session: TestBed.inject(SessionService),
      /** Answers the only request under way. */
      answer: async (query: string, body: object) => {
        const request = server.expectOne('/graphql');
        expect((request.request.body as { query: string }).query).toContain(query);
        expect(request.request.withCredentials).toBeTrue();
        request.flush(body);
        await new Promise((resolve) => setTimeout(resolve));
      },
    };
  };

  it('signs in and out', async () => {
    const { session, answer } = setUp();
    const signedIn = session.signIn({ email: 'ada@example.com', password: 'secret' });
    await answer('signIn', { data: { signIn: true } });
    await answer('me', { data: { me: ADA } });
    await signedIn;
    expect(session.user()).toEqual(ADA);

    const signedOut = session.signOut();
    await answer('signOut', { data: { signOut: true } });
    await signedOut;
    expect(session.status()).toBe('unauthenticated');
  });

  it('knows by 401 that nobody is signed in, and reads the user anew', async () => {
    const { session, answer } = setUp();
    const reloaded = session.reload();
    await answer('refreshMe', { data: { refreshMe: true } });
    await answer('me', { data: { me: ADA } });
    await reloaded;

    const updated = session.update();
    const errors = [{ extensions: { code: 'UNAUTHENTICATED' } }];
    void answer('me', { errors });
    await expectAsync(updated).toBeRejectedWith(jasmine.objectContaining({ status: 401 }));
    expect(session.status()).toBe('unauthenticated');
  });
});
