/**
 * Who is signed in, as the answer of the session route shows them. Say what it holds:
 *
 * ```ts
 * declare module 'ng-session-express' {
 *   interface SessionUser {
 *     id: number;
 *     name: string;
 *     roles: string[];
 *   }
 * }
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- empty until an app augments it
export interface SessionUser {}

/** What tells one user from another. */
export type UserId = string | number;
