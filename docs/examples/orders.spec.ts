import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { SessionService, credentialsInterceptor, unauthorizedInterceptor } from 'ng-session';
import { SessionTestingController, provideNgSessionTesting } from 'ng-session/testing';
import { firstValueFrom } from 'rxjs';

import { ADA } from './ada';
import { Orders } from './orders';

// #region interceptor
describe('Orders', () => {
  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
        provideHttpClientTesting(),
        provideNgSessionTesting({ user: ADA }),
      ],
    });
  });

  it('go with the cookie', () => {
    TestBed.inject(Orders).list().subscribe();

    const { request } = TestBed.inject(HttpTestingController).expectOne('/api/orders');
    expect(request.withCredentials).toBe(true);
  });

  it('end the session with a 401', async () => {
    const listed = firstValueFrom(TestBed.inject(Orders).list()).catch(() => 'refused');

    TestBed.inject(HttpTestingController)
      .expectOne('/api/orders')
      .flush(null, { status: 401, statusText: 'Unauthorized' });

    expect(await listed).toBe('refused');
    expect(TestBed.inject(SessionService).user()).toBeNull();
    TestBed.inject(SessionTestingController).expectEvent('unauthorized');
  });
});
// #endregion interceptor
