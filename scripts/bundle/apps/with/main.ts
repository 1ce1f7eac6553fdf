import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideNgSession } from 'ng-session';

import { App, http, routes } from './app';

await bootstrapApplication(App, {
  providers: [
    provideRouter(routes),
    http,
    provideNgSession({ baseUrl: 'https://api.example.com', cache: '5m' }),
  ],
});
