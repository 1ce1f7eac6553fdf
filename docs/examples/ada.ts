import type { SessionUser } from 'ng-session';

// #region ada
export const ADA: SessionUser = { id: 1, name: 'Ada', roles: ['admin'] };
export const UMA: SessionUser = { id: 2, name: 'Uma', roles: [] };
// #endregion ada
