import { Injectable, signal, untracked } from '@angular/core';
import type { SessionUser } from '../config/session-user';
import { type SessionPath, findAt, forgetAt, invalidPath, putAt, toSegments } from './session-path';
import type { SessionValueAt } from './session-value-at';
import { toKept } from './to-kept';

declare const ngDevMode: boolean | undefined;

/** The user that the paths below `user` lead to: shown from memory, never kept with the data. */
export interface LiveUser {
  read(): SessionUser | null;
  write(user: unknown): void;
}

const EMPTY: object = Object.freeze({});

/**
 * Values that live as long as the session, under safe dot paths, with reactive reads.
 *
 * ```ts
 * session.data.put('cart.items.0', { name: 'Tea', count: 1 });
 * const first = computed(() => session.data.get('cart.items.0.name'));
 * ```
 *
 * Each method throws a `SessionError` with code `invalid-path` for a path that is empty or unsafe.
 */
@Injectable({ providedIn: 'root' })
export class SessionData {
  readonly #values = signal(EMPTY);

  /** @internal Set once, by the room that knows the user. */
  liveUser?: LiveUser;

  /** The value at the path; the default where nothing exists. What is read is frozen. */
  get<const P extends SessionPath>(path: P): SessionValueAt<P> | undefined;
  get<const P extends SessionPath, D>(
    path: P,
    defaultValue: D,
  ): Exclude<SessionValueAt<P>, undefined> | D;
  get(path: SessionPath, defaultValue?: unknown): unknown {
    const segments = toSegments(path);
    const found = findAt(this.#root(segments), segments);
    return found ? found[0] : defaultValue;
  }

  /** Whether something exists at the path; 0, '' and false do. */
  has(path: SessionPath): boolean {
    const segments = toSegments(path);
    return findAt(this.#root(segments), segments) !== null;
  }

  /** All values, frozen, without the user. */
  all(): object {
    return this.#values();
  }

  /**
   * Keeps a copy of the value at the path, making what is missing on the way.
   * @throws SessionError `invalid-value` for a function, a symbol, a cycle or an instance of a class.
   */
  put(path: SessionPath, value: unknown): void {
    const kept = toKept(value);
    this.#change(path, (root, segments) => putAt(root, segments, kept));
  }

  /** Removes what is at the path; an item of a list closes up. */
  forget(path: SessionPath): void {
    this.#change(path, forgetAt);
  }

  /** Removes all values. The user stays. */
  clear(): void {
    this.#values.set(EMPTY);
  }

  #change(path: SessionPath, edit: (root: unknown, segments: readonly string[]) => unknown): void {
    const segments = toSegments(path);
    const root = untracked(() => this.#root(segments));
    // Half a user is nobody: a late edit must not sign a person in whom the session has lost.
    if (segments[0] === 'user' && segments.length > 1 && root === EMPTY) {
      throw invalidPath(segments, ngDevMode && "has no user to change; set 'user' as a whole");
    }
    const next = edit(root, segments) as object;
    if (segments[0] === 'user') this.liveUser?.write((next as { user?: unknown }).user);
    else this.#values.set(next);
  }

  #root(segments: readonly string[]): object {
    if (segments[0] !== 'user') return this.#values();
    const user = this.liveUser?.read();
    return user ? { user } : EMPTY;
  }
}
