import 'ng-session';

declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    roles: string[];
  }

  // #region values
  interface SessionValues {
    theme: 'light' | 'dark';
    cart: { items: { id: number; quantity: number }[] };
  }
  // #endregion values
}
