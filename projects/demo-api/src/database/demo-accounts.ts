import type { Role } from '../users/role.ts';

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

const password = 'demo-password';

/** Who can sign in to the demo. Their password is public, so they never exist in production. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { email: 'ada@example.com', name: 'Ada Admin', roles: ['admin'], password },
  { email: 'eli@example.com', name: 'Eli Editor', roles: ['editor'], password },
  { email: 'uma@example.com', name: 'Uma User', roles: ['user'], password },
];
