import 'ng-session';

// What this app's server answers, told to the library once: `session.user()?.name` and
// `session.get('visits')` are typed everywhere.
declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    email: string;
    roles: string[];
  }

  interface SessionValues {
    visits: number;
    cart: { items: { id: number; quantity: number }[] };
  }
}
