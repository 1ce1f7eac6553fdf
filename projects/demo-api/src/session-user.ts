import type { User } from './users/user.ts';

declare module 'ng-session-express' {
  /** Who is signed in, for `request.session.user`. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- that is all it adds
  interface SessionUser extends User {}
}
