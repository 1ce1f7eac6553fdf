import { returnUrl } from './return-url';
import { type SessionGuard, sessionGuard } from './session-guard';

/**
 * Lets those in who are not signed in; sends others to the page that was asked for, or to `/`.
 *
 * ```ts
 * { path: 'sign-in', component: SignIn, canActivate: [guestGuard] }
 * ```
 */
export const guestGuard: SessionGuard = sessionGuard(({ session, to }) =>
  session.isAuthenticated() ? to(returnUrl()) : session.status() === 'unauthenticated',
);
