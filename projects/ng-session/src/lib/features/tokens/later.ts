import { type Observable, from, of } from 'rxjs';
import { isPromise } from '../../data/keep/steps';

/** What may come at once, or later. */
export type Later<T> = T | Promise<T>;

/** Goes on with an answer, at once where it is there at once. */
export function after<T, R>(value: Later<T>, then: (value: T) => Later<R>): Later<R> {
  return isPromise(value) ? value.then(then) : then(value);
}

/** The same as an observable, which gives at once what is there at once. */
export function fromLater<T>(value: Later<T>): Observable<T> {
  return isPromise(value) ? from(value) : of(value);
}
