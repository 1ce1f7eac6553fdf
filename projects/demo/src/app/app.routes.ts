import type { Routes } from '@angular/router';
import { authGuard, guestGuard, roleGuard } from 'ng-session';

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
    loadComponent: () => import('./pages/sign-in/sign-in').then((m) => m.SignIn),
  },
  {
    path: 'profile',
    title: 'Profile',
    canActivate: [authGuard],
    loadComponent: () => import('./pages/profile/profile').then((m) => m.Profile),
  },
  {
    path: 'editor',
    title: 'Articles',
    canActivate: [roleGuard(['admin', 'editor'])],
    loadComponent: () => import('./pages/editor/editor').then((m) => m.Editor),
  },
  {
    path: 'articles/new',
    title: 'New article',
    canActivate: [roleGuard(['admin', 'editor'])],
    // Also where the form leads back to itself: a role may be gone by then.
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./pages/new-article/new-article').then((m) => m.NewArticle),
  },
  {
    path: 'admin',
    title: 'Users and roles',
    canActivate: [roleGuard('admin')],
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
