// The app of ../without with the whole core of ng-session in use, all but its providers.
import { NgTemplateOutlet } from '@angular/common';
import {
  HttpClient,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterOutlet, type Routes } from '@angular/router';
import {
  authGuard,
  credentialsInterceptor,
  guestGuard,
  HasRole,
  returnUrl,
  roleGuard,
  SessionService,
  unauthorizedInterceptor,
} from 'ng-session';

const nameApp: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-App': 'size' } }));

@Component({
  selector: 'size-home',
  imports: [NgTemplateOutlet, HasRole],
  template: `@if (session.user()) {
      <button [disabled]="isLong()" (click)="load()">{{ greeting() }}</button>
    }
    <a *hasRole="'admin'; else about" href="/admin">Admin</a>
    <ng-container *ngTemplateOutlet="about" />
    <ng-template #about>About</ng-template>`,
})
class Home {
  protected readonly session = inject(SessionService);
  protected readonly greeting = signal('Hello');
  protected readonly isLong = computed(() => this.greeting().length > 20);
  private readonly http = inject(HttpClient);

  protected load(): void {
    this.http
      .get<{ greeting: string }>('/api/greeting')
      .subscribe(({ greeting }) => this.session.set('greeting', greeting));
  }
}

@Component({
  selector: 'size-about',
  template: '<button (click)="enter()">Enter</button>',
})
class About {
  private readonly session = inject(SessionService);
  private readonly router = inject(Router);
  private readonly returnUrl = returnUrl();

  protected async enter(): Promise<void> {
    await this.session.signIn({ email: 'ada@example.com' });
    await this.router.navigateByUrl(this.returnUrl);
  }
}

@Component({ selector: 'size-app', imports: [RouterOutlet], template: '<router-outlet />' })
export class App {}

export const routes: Routes = [
  { path: '', component: Home, canActivate: [authGuard, roleGuard('admin')] },
  { path: 'about', component: About, canActivate: [guestGuard] },
];

export const http = provideHttpClient(
  withInterceptors([nameApp, credentialsInterceptor, unauthorizedInterceptor]),
);
