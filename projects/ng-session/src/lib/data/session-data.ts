import { Injectable, type Signal, computed, signal, untracked } from '@angular/core';
import type { SessionUser } from '../config/session-user';
import type { CheckedPath, NumberPath } from './checked-path';
import { randomId } from '../config/random-id';
import { type SessionPath, invalidPath, toSegments } from './session-path';
import type { SessionDefault, SessionInputAt, SessionValueAt } from './session-value-at';
import { invalidValue, toKept } from './to-kept';
import { ValueTree } from './value-tree';

declare const ngDevMode: boolean | undefined;

/** The user that the paths below `user` lead to: shown from memory, never kept with the data. */
export interface LiveUser {
  read(): SessionUser | null;
  write(user: unknown): void;
}

/** No values: what a session begins with, and what is stored of it before any store was asked. */
export const NOTHING: object = Object.freeze({});

/**
 * Values that live as long as the session, under safe dot paths, with reactive reads.
 *
 * ```ts
 * session.data.put('cart.items.0', { name: 'Tea', count: 1 });
 * const first = session.data.select('cart.items.0.name');
 * ```
 *
 * Paths and values have the types that the app gave to `SessionValues`. Each method throws a
 * `SessionError` with code `invalid-path` for a path that is empty or unsafe.
 */
@Injectable({ providedIn: 'root' })
export class SessionData {
  // The same tree after most changes: each tells all the same.
  readonly #values = signal(new ValueTree(NOTHING), { equal: () => false });

  /** @internal For what keeps the values beyond the page. */
  readonly kept = {
    replace: (values: object): void => {
      this.#values.set(new ValueTree(values));
    },
    stored: signal(NOTHING),
    id: signal(randomId()),
    isFresh: signal(true),
  };

  /** The id of the session, the same until the session ends, or goes on under another one. */
  readonly sessionId: Signal<string> = this.kept.id;
  /** Whether nothing is kept, not counting the user. */
  readonly isEmpty: Signal<boolean> = computed(() => !Object.keys(this.all()).length);
  /** Whether something has changed that no store has yet. */
  readonly hasBeenModified: Signal<boolean> = computed(() => this.all() !== this.kept.stored());
  /** Whether the session has begun on this page, rather than been found in a store. */
  readonly fresh: Signal<boolean> = this.kept.isFresh;

  /** @internal Set once, by the room that knows the user. */
  liveUser?: LiveUser;

  /** The value at the path; the default where nothing exists. What is read is frozen. */
  get<const P extends SessionPath, D extends SessionDefault = undefined>(
    path: CheckedPath<P>,
    defaultValue?: D,
  ): Exclude<SessionValueAt<P>, undefined> | D;
  get(path: SessionPath, defaultValue?: SessionDefault): unknown {
    return this.#find(toSegments(path), defaultValue);
  }

  /** Whether something exists at the path; 0, '' and false do. */
  has<const P extends SessionPath>(path: CheckedPath<P>): boolean;
  has(path: SessionPath): boolean {
    // What only this can be is never kept.
    return this.get(path, this) !== this;
  }

  /** All values, frozen, without the user. */
  all(): object {
    return this.#values().find([]) as object;
  }

  /** The value at the path as a signal, which wakes its readers only when that value changes. */
  select<const P extends SessionPath>(path: CheckedPath<P>): Signal<SessionValueAt<P> | undefined>;
  select(path: SessionPath): Signal<unknown> {
    const segments = toSegments(path);
    return computed(() => this.#find(segments));
  }

  /**
   * Keeps a copy of the value at the path, making what is missing on the way.
   * @throws SessionError `invalid-value` for a function, a symbol, a cycle or an instance of a class.
   */
  put<const P extends SessionPath>(path: CheckedPath<P>, value: SessionInputAt<P>): void;
  put(path: SessionPath, value: unknown): void {
    this.#write(path, toKept(value));
  }

  /**
   * Adds to the number at the path, which begins as 0 where nothing exists; a bigint stays one.
   * @throws SessionError `invalid-value` where something else than a number is.
   */
  increment<const P extends SessionPath>(path: NumberPath<P>, n?: number): void;
  increment(path: SessionPath, n = 1): void {
    const value: unknown = untracked(() => this.get(path, 0));
    const isBig = typeof value === 'bigint' && Number.isInteger(n);
    const sum = isBig ? value + BigInt(n) : typeof value === 'number' ? value + n : NaN;
    if (ngDevMode && isNaN(Number(sum))) {
      throw invalidValue(
        `a number can be incremented, a bigint by whole numbers, not ${typeof value} by ${n}`,
      );
    }
    // Which refuses NaN.
    this.put(path, sum);
  }

  /** `increment` by `-n`. */
  decrement<const P extends SessionPath>(path: NumberPath<P>, n?: number): void;
  decrement(path: SessionPath, n = 1): void {
    this.increment(path, -n);
  }

  /** The value at the path, which is removed; the default where nothing exists. */
  pull<const P extends SessionPath, D extends SessionDefault = undefined>(
    path: CheckedPath<P>,
    defaultValue?: D,
  ): Exclude<SessionValueAt<P>, undefined> | D;
  pull(path: SessionPath, defaultValue?: SessionDefault): unknown {
    const value = untracked(() => this.get(path, defaultValue));
    this.forget(path);
    return value;
  }

  /** Removes what is at the path; an item of a list closes up. */
  forget<const P extends SessionPath>(path: CheckedPath<P>): void;
  forget(path: SessionPath): void {
    this.#write(path);
  }

  /** Removes all values. The user stays. */
  clear(): void {
    this.kept.replace(NOTHING);
  }

  /** Goes on under another id with the same values, so that one that leaked leads nowhere. */
  regenerate(): void {
    this.kept.id.set(randomId());
  }

  #find(segments: readonly string[], defaultValue?: unknown): unknown {
    return this.#treeOf(segments).find(segments, defaultValue);
  }

  #write(path: SessionPath, value?: unknown): void {
    const segments = toSegments(path);
    const tree = untracked(() => this.#treeOf(segments));
    const isUser = segments[0] === 'user';
    // Half a user is nobody: a late edit must not sign a person in whom the session has lost.
    if (isUser && segments.length > 1 && !tree.find(['user'])) {
      throw invalidPath(segments, ngDevMode && "has no user to change; set 'user' as a whole");
    }
    if (value === undefined && tree.find(segments) === undefined) return;
    tree.write(segments, value);
    if (isUser) this.liveUser?.write(tree.find(['user']));
    else this.#values.set(tree);
  }

  #treeOf([first]: readonly string[]): ValueTree {
    if (first !== 'user') return this.#values();
    const user = this.liveUser?.read();
    return new ValueTree(user ? { user } : NOTHING);
  }
}
