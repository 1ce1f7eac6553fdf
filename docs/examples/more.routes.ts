import type { Routes } from '@angular/router';
import { roleGuard } from 'ng-session';

import { Admin } from './admin';
import { Home } from './home';

// #region data
export const articleRoutes: Routes = [
  {
    path: 'articles',
    canActivateChild: [roleGuard()],
    data: { roles: ['admin', 'editor'] },
    children: [
      { path: '', component: Home },
      // A child may ask for something else.
      { path: 'trash', component: Admin, data: { roles: 'admin' } },
    ],
  },
];
// #endregion data

// #region match
export const adminRoutes: Routes = [
  {
    path: 'reports',
    loadComponent: () => import('./reports').then(({ Reports }) => Reports),
    canMatch: [roleGuard('admin')],
  },
];
// #endregion match

// #region options
export const billingRoutes: Routes = [
  {
    path: 'billing',
    component: Admin,
    // Both roles are needed; who lacks one goes to the account page.
    canActivate: [roleGuard(['accounting', 'admin'], { all: true, redirectTo: '/account' })],
  },
];
// #endregion options
