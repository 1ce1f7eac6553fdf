// The app of ../without with the whole core of ng-session in use.
import {
  HttpClient,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router, RouterOutlet, type Routes } from '@angular/router';
import {
  authGuard,
  credentialsInterceptor,
  guestGuard,
  HasRole,
  provideNgSession,
  returnUrl,
  roleGuard,
  SessionService,
  unauthorizedInterceptor,
} from 'ng-session';

const nameApp: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-App': 'size' } }));

@Component({
  selector: 'size-home',
  imports: [HasRole],
  template: `@if (greeting()) {
      <button (click)="load()">{{ greeting() }}</button>
    }
    @if (session.user()) {
      <button (click)="leave()">Sign out</button>
    }
    <a *hasRole="'admin'; else denied" href="/admin">Admin</a>
    <ng-template #denied>No admin</ng-template>`,
})
class Home {
  protected readonly session = inject(SessionService);
  protected readonly greeting = signal('Hello');
  private readonly http = inject(HttpClient);

  protected load(): void {
    this.http
      .get<{ greeting: string }>('/api/greeting')
      .subscribe(({ greeting }) => this.greeting.set(greeting));
  }

  protected leave(): void {
    void this.session.signOut();
  }
}

@Component({
  selector: 'size-about',
  template: '<button (click)="enter()">{{ visits() }}</button>',
})
class About {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly returnUrl = returnUrl();

  protected visits(): unknown {
    return this.session.get('visits', 0);
  }

  protected async enter(): Promise<void> {
    this.session.set('visits', 1);
    this.session.del('draft');
    await this.session.signIn({ email: 'ada@example.com' });
    await this.router.navigateByUrl(this.returnUrl);
  }
}

@Component({ selector: 'size-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const routes: Routes = [
  { path: '', component: Home, canActivate: [authGuard, roleGuard('admin')] },
  { path: 'about', component: About, canActivate: [guestGuard] },
];

await bootstrapApplication(App, {
  providers: [
    provideRouter(routes),
    provideHttpClient(withInterceptors([nameApp, credentialsInterceptor, unauthorizedInterceptor])),
    provideNgSession({ baseUrl: 'https://api.example.com', cache: '5m' }),
  ],
});
