import 'ng-session';

import type { ThemeMode } from './theme/theme-mode';

// What this app's server answers, and what it keeps itself, told to the library once:
// `session.user()?.name` and `session.get('theme')` are typed everywhere.
declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    email: string;
    roles: string[];
  }

  interface SessionValues {
    visits: number;
    theme: ThemeMode;
    /** How many of each product, by its key. */
    cart: Record<string, number>;
  }

  interface FlashValues {
    notification: { type: 'success' | 'info'; message: string };
  }
}
