import type { Routes } from '@angular/router';
import { authGuard, guestGuard, roleGuard } from 'ng-session';

import { Account } from './account';
import { Admin } from './admin';
import { Forbidden } from './forbidden';
import { Home } from './home';
import { SignIn } from './sign-in';

// #region routes
export const routes: Routes = [
  { path: '', component: Home },
  { path: 'sign-in', component: SignIn, canActivate: [guestGuard] },
  { path: 'forbidden', component: Forbidden },
  { path: 'account', component: Account, canActivate: [authGuard] },
  { path: 'admin', component: Admin, canActivate: [roleGuard('admin')] },
];
// #endregion routes
