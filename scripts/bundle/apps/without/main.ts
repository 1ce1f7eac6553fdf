// The smallest app that could have a session: two routes, one request, one signal, one interceptor.
import {
  HttpClient,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet, type Routes } from '@angular/router';

const nameApp: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-App': 'size' } }));

@Component({
  selector: 'size-home',
  template: `@if (greeting()) {
    <button (click)="load()">{{ greeting() }}</button>
  }`,
})
class Home {
  protected readonly greeting = signal('Hello');
  private readonly http = inject(HttpClient);

  protected load(): void {
    this.http
      .get<{ greeting: string }>('/api/greeting')
      .subscribe(({ greeting }) => this.greeting.set(greeting));
  }
}

@Component({ selector: 'size-about', template: '<p>About</p>' })
class About {}

@Component({ selector: 'size-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const routes: Routes = [
  { path: '', component: Home },
  { path: 'about', component: About },
];

await bootstrapApplication(App, {
  providers: [provideRouter(routes), provideHttpClient(withInterceptors([nameApp]))],
});
