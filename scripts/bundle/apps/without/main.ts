// What an app has before it has a session: two routes, a request, an interceptor, a form that sends,
// and of Angular's own what hardly any app is without: computed, bindings, a structural directive.
import { NgTemplateOutlet } from '@angular/common';
import {
  HttpClient,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, Router, RouterOutlet, type Routes } from '@angular/router';

const nameApp: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'X-App': 'size' } }));

@Component({
  selector: 'size-home',
  imports: [NgTemplateOutlet],
  template: `@if (greeting()) {
      <button [disabled]="isLong()" (click)="load()">{{ greeting() }}</button>
    }
    <ng-container *ngTemplateOutlet="about" />
    <ng-template #about>About</ng-template>`,
})
class Home {
  protected readonly greeting = signal('Hello');
  protected readonly isLong = computed(() => this.greeting().length > 20);
  private readonly http = inject(HttpClient);

  protected load(): void {
    this.http
      .get<{ greeting: string }>('/api/greeting')
      .subscribe(({ greeting }) => this.greeting.set(greeting));
  }
}

@Component({
  selector: 'size-about',
  template: '<button (click)="enter()">Enter</button>',
})
class About {
  private readonly router = inject(Router);

  protected async enter(): Promise<void> {
    await this.router.navigateByUrl('/');
  }
}

@Component({ selector: 'size-app', imports: [RouterOutlet], template: '<router-outlet />' })
class App {}

const routes: Routes = [
  { path: '', component: Home },
  { path: 'about', component: About },
];

await bootstrapApplication(App, {
  providers: [provideRouter(routes), provideHttpClient(withInterceptors([nameApp]))],
});
