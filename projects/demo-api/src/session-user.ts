import type { User } from './users/user.ts';

declare module 'ng-session-express' {
  /** Who is signed in, for `request.session.user`. */
  interface SessionUser extends User {}
}
