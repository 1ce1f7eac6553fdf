/** The demo's accounts: an admin, an editor and a user without further roles. */
export const ACCOUNTS = {
  ada: { email: 'ada@example.com', name: 'Ada Admin' },
  eli: { email: 'eli@example.com', name: 'Eli Editor' },
  uma: { email: 'uma@example.com', name: 'Uma User' },
} as const;

export type Account = keyof typeof ACCOUNTS;

/** It is the same for all of them. */
export const PASSWORD = 'demo-password';
