/* eslint-disable @angular-eslint/prefer-standalone -- this is how an app with NgModules is written */
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component, NgModule } from '@angular/core';
import { BrowserModule } from '@angular/platform-browser';
import { RouterModule } from '@angular/router';
import { NgSessionModule, credentialsInterceptor, unauthorizedInterceptor } from 'ng-session';

import { routes } from './app.routes';

@Component({ selector: 'shop-root', standalone: false, template: '<router-outlet />' })
export class App {}

// #region root
@NgModule({
  declarations: [App],
  imports: [
    BrowserModule,
    RouterModule.forRoot(routes),
    NgSessionModule.forRoot({ baseUrl: 'https://api.example.com', cache: '5m' }),
  ],
  providers: [
    provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
  ],
  bootstrap: [App],
})
export class AppModule {}
// #endregion root

@Component({
  selector: 'shop-reports',
  standalone: false,
  template: `<p *hasRole="'admin'">Sales</p>`,
})
export class Reports {}

// #region feature
@NgModule({ declarations: [Reports], imports: [NgSessionModule] })
export class ReportsModule {}
// #endregion feature
