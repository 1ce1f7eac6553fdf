import { Injectable, inject } from '@angular/core';
import { type SessionPath, toSegments } from '../data/session-path';
import { ValueTree } from '../data/value-tree';
import { type ErrorBag, toErrorBag } from './error-bag';
import { FlashPages } from './flash-pages';
import type { FlashBag, FlashValueAt } from './flash-values';
import { followServer } from './follow-server';
import { formInput } from './form-input';
import { validationErrors } from './validation-errors';

const ERRORS = 'errors';

/**
 * Messages for the next page: what happened, what was wrong with a form, and what was typed into it.
 *
 * ```ts
 * this.flash.flash('notification', { type: 'success', message: 'Saved.' });
 * await this.router.navigateByUrl('/articles');
 * // there: <p *flashMessage="'notification'; let notification">{{ notification.message }}</p>
 * ```
 *
 * What is flashed becomes readable with the next navigation that succeeds, and is gone with the one
 * after it. A redirect belongs to its navigation, one that was cancelled or failed does not count, and
 * a page reload keeps what was not yet readable, if `withStore` keeps the session data. Without a
 * router the navigations are the loads of the page. All reads are reactive.
 *
 * Methods that write throw a `SessionError`: `invalid-value` for what a session can not keep,
 * `invalid-path` for an unsafe key; nothing was changed then.
 */
@Injectable({ providedIn: 'root' })
export class FlashMessages {
  readonly #pages = inject(FlashPages);

  constructor() {
    followServer(this.#pages);
  }

  /** Flashes a message under a key, which may be a path, or each property of an object. */
  flash(key: SessionPath, value: unknown): void;
  flash(messages: object): void;
  flash(...given: [key: SessionPath, value: unknown] | [messages: object]): void {
    if (given.length === 1) this.#add(given[0] as FlashBag);
    else this.#pages.wait((waiting) => written(waiting, toSegments(given[0]), given[1]));
  }

  /** Makes a message readable at once, for this page only. */
  now(key: SessionPath, value: unknown): void {
    const segments = toSegments(key);
    this.#pages.show((shown) => written(shown, segments, value));
  }

  /**
   * Flashes what was typed into a form, for `old`: an object of values, a form group, or a signal form.
   * Never what looks like a secret: passwords, tokens, numbers of cards, at any depth.
   */
  flashAll(form: object): void {
    this.#add(formInput(form));
  }

  /** `flashAll`, with these fields only. */
  flashOnly(form: object, keys: readonly SessionPath[]): void {
    this.#add(only(formInput(form), keys));
  }

  /** `flashAll`, without these fields. */
  flashExcept(form: object, keys: readonly SessionPath[]): void {
    this.#add(except(formInput(form), keys));
  }

  /** Flashes messages of validation by field, for `errors`: `{ title: ['is too long'] }`. */
  flashErrors(bag: Readonly<Record<string, string | readonly string[]>>): void {
    this.#pages.wait((waiting) => ({
      ...waiting,
      [ERRORS]: { ...toErrorBag(waiting[ERRORS]), ...toErrorBag(bag) },
    }));
  }

  /**
   * Flashes the errors in a server's answer with status 422 or 400, and with a form, what was typed
   * into it. Returns whether the answer had any; where it has none, nothing is flashed.
   *
   * ```ts
   * if (!this.flash.flashValidationErrors(error, this.form)) throw error;
   * ```
   */
  flashValidationErrors(error: unknown, form?: object): boolean {
    const errors = validationErrors(error);
    if (!errors) return false;
    if (form) this.flashAll(form);
    this.flashErrors(errors);
    return true;
  }

  /** Flashes again what is readable now; what was flashed on this page stays in its place. */
  reflash(): void {
    this.#again(this.#pages.read());
  }

  /** `reflash`, with these keys only. */
  reflashOnly(keys: readonly SessionPath[]): void {
    this.#again(only(this.#pages.read(), keys));
  }

  /** `reflash`, without these keys. */
  reflashExcept(keys: readonly SessionPath[]): void {
    this.#again(except(this.#pages.read(), keys));
  }

  /** All that is readable now, frozen. */
  all(): FlashBag {
    return this.#pages.read();
  }

  /** The message under a key; the default where there is none. */
  get<const P extends SessionPath>(key: P): FlashValueAt<P> | undefined;
  get<const P extends SessionPath, D>(key: P, defaultValue: D): FlashValueAt<P> | D;
  get(key: SessionPath, defaultValue?: unknown): unknown {
    return new ValueTree(this.#pages.read()).find(toSegments(key), defaultValue);
  }

  /** Whether there is a message under the key. */
  has(key: SessionPath): boolean {
    return this.get(key, this) !== this;
  }

  /** What was typed into a field; the default where that is not known. */
  old(field: SessionPath): unknown;
  old<T>(field: SessionPath, defaultValue: T): T;
  old(field: SessionPath, defaultValue?: unknown): unknown {
    return this.get(field, defaultValue);
  }

  /** The messages of validation: of one field, which may be none, or of all by their names. */
  errors(): ErrorBag;
  errors(field: string): readonly string[];
  errors(field?: string): ErrorBag | readonly string[] {
    const bag = toErrorBag(this.get(ERRORS));
    if (field === undefined) return bag;
    return Object.hasOwn(bag, field) ? (bag[field] ?? []) : [];
  }

  #add(messages: FlashBag): void {
    this.#pages.wait((waiting) => ({ ...waiting, ...messages }));
  }

  #again(messages: FlashBag): void {
    this.#pages.wait((waiting) => ({ ...messages, ...waiting }));
  }
}

function only(messages: FlashBag, keys: readonly SessionPath[]): FlashBag {
  const all = new ValueTree(messages);
  const picked = new ValueTree({});
  for (const segments of keys.map(toSegments)) {
    const found = all.find(segments);
    if (found !== undefined) picked.write(segments, found);
  }
  return picked.find([]) as FlashBag;
}

function except(messages: FlashBag, keys: readonly SessionPath[]): FlashBag {
  const left = new ValueTree(messages);
  for (const segments of keys.map(toSegments)) {
    if (left.find(segments) !== undefined) left.write(segments, undefined);
  }
  return left.find([]) as FlashBag;
}

function written(messages: FlashBag, segments: readonly string[], value: unknown): FlashBag {
  const tree = new ValueTree(messages);
  tree.write(segments, value);
  return tree.find([]) as FlashBag;
}
