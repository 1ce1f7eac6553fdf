/**
 * The signed-in user. An app says what its server answers by augmenting this interface:
 *
 * ```ts
 * declare module 'ng-session' {
 *   interface SessionUser { id: number; name: string; roles: string[] }
 * }
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- empty until an app augments it
export interface SessionUser {}

/**
 * The session data. An app gives its paths their types by augmenting this interface:
 *
 * ```ts
 * declare module 'ng-session' {
 *   interface SessionValues { theme: 'light' | 'dark'; cart: { items: string[] } }
 * }
 * ```
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- empty until an app augments it
export interface SessionValues {}
