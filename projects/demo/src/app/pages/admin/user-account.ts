export const ROLES = ['admin', 'editor', 'user'] as const;
export type Role = (typeof ROLES)[number];

export interface UserAccount {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}
