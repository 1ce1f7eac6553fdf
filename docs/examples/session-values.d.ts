import 'ng-session';

declare module 'ng-session' {
  // #region values
  interface SessionValues {
    visits: number;
    draft: { title: string; tags: string[]; savedAt?: string };
    hosts: Record<string, { online: boolean }>;
  }
  // #endregion values

  // #region flash
  interface FlashValues {
    notification: { type: 'success' | 'error'; message: string };
  }
  // #endregion flash
}
