import type { Routes } from '@angular/router';
import { authGuard, guestGuard, roleGuard } from 'ng-session';

// Guards run also where the page stays the same: a role, or the person, may be another one by then.
export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Session',
    loadComponent: () => import('./pages/home/home').then((m) => m.Home),
  },
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [guestGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'profile',
    title: 'Profile',
    canActivate: [authGuard],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/profile/profile').then((m) => m.Profile),
  },
  {
    path: 'editor',
    title: 'Articles',
    canActivate: [roleGuard(['admin', 'editor'])],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/editor/editor').then((m) => m.Editor),
  },
  {
    path: 'articles/new',
    title: 'New article',
    canActivate: [roleGuard(['admin', 'editor'])],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/new-article/new-article').then((m) => m.NewArticle),
  },
  {
    path: 'admin',
    title: 'Users and roles',
    canActivate: [roleGuard('admin')],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/admin/admin').then((m) => m.Admin),
  },
  {
    path: 'cart',
    title: 'Cart',
    loadComponent: () => import('./pages/cart/cart').then((m) => m.CartPage),
  },
  {
    path: 'data',
    title: 'Session data',
    loadComponent: () => import('./pages/data/data').then((m) => m.Data),
  },
  {
    path: 'token',
    title: 'Cookie or token',
    loadComponent: () => import('./pages/token/token').then((m) => m.Token),
  },
  {
    path: 'events',
    title: 'Events',
    loadComponent: () => import('./pages/events/events').then((m) => m.Events),
  },
  {
    path: 'forbidden',
    title: 'Not for you',
    loadComponent: () => import('./pages/forbidden/forbidden').then((m) => m.Forbidden),
  },
  {
    path: '**',
    title: 'Page not found',
    loadComponent: () => import('./pages/not-found/not-found').then((m) => m.NotFound),
  },
];
