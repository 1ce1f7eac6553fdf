// The app of ../with and one part of the library more, which the build puts in the place of `none`.
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter } from '@angular/router';
import { provideNgSession } from 'ng-session';

import { App, http, routes } from '../with/app';
import { features, Page } from './parts/none';

await bootstrapApplication(App, {
  providers: [
    provideRouter([...routes, { path: 'part', component: Page }]),
    http,
    provideNgSession({ baseUrl: 'https://api.example.com', cache: '5m' }, ...features),
  ],
});
