import 'ng-session';

// What your server tells of the signed-in user: `session.user()?.name` is typed everywhere.
declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    roles: string[];
  }
}
