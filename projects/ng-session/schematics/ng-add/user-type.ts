/**
 * Where the type of the user is, from the sources of an application: in a declaration file, which
 * `ng new` has compiled with the tests as well, though nothing imports it.
 */
export const USER_TYPE_FILE = 'app/session-user.d.ts';

/** What an application is given to say what its server tells of a user. */
export const USER_TYPE = `import 'ng-session';

// What your server tells of the signed-in user: \`session.user()?.name\` is typed everywhere.
declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    roles: string[];
  }
}
`;
