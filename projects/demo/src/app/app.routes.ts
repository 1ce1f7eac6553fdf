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
    path: 'admin',
    title: 'Users and roles',
    canActivate: [roleGuard('admin')],
    loadComponent: () => import('./pages/admin/admin').then((m) => m.Admin),
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
