import { type SessionGuard, sessionGuard } from './session-guard';

/**
 * Lets those in who are signed in; sends others to `signInPath`, with the page asked for.
 *
 * ```ts
 * { path: 'profile', component: Profile, canActivate: [authGuard] }
 * ```
 */
export const authGuard: SessionGuard = sessionGuard(
  ({ session, toSignIn }) => session.isAuthenticated() || toSignIn(),
);
