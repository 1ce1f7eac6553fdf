import type { SessionUser, SessionValues } from '../config/session-user';
import type { SessionPath } from './session-path';

/**
 * The type of what is at a path, by what the app has said of `SessionUser` and `SessionValues`:
 * `unknown` where it has said nothing, `never` for a path that leads nowhere.
 */
export type SessionValueAt<P extends SessionPath> = P extends SessionPath
  ? SegmentsOf<P> extends readonly ['user', ...infer Rest]
    ? ValueAt<Known<SessionUser>, Rest>
    : ValueAtPath<SessionValues, P>
  : never;

/** The type of what is at a path of an interface that apps augment. */
export type ValueAtPath<T, P extends SessionPath> = ValueAt<Known<T>, SegmentsOf<P>>;

/** What may be put at a path: a Date too where a string is kept, and no user at `user`. */
export type SessionInputAt<P extends SessionPath> = P extends 'user' | readonly ['user']
  ? SessionValueAt<P> | null
  : string extends SessionValueAt<P>
    ? Exclude<SessionValueAt<P>, undefined> | Date
    : Exclude<SessionValueAt<P>, undefined>;

/** Anything; spelt out, so that `get('theme', 'light')` keeps `'light'` apart from other strings. */
export type SessionDefault = string | number | bigint | boolean | object | null | undefined;

/** An interface that no app has augmented says nothing. */
export type Known<T> = [keyof T] extends [never] ? unknown : T;

/** The segments of a path; for one that is only known when it runs, any number of strings. */
export type SegmentsOf<P extends SessionPath> = P extends string
  ? string extends P
    ? readonly string[]
    : Split<P>
  : P;

type Split<P extends string> = P extends `${infer Segment}.${infer Rest}`
  ? readonly [Segment, ...Split<Rest>]
  : readonly [P];

type ValueAt<T, Segments> = Segments extends readonly [infer Segment, ...infer Rest]
  ? ValueAt<Step<T, Segment>, Rest>
  : Segments extends readonly []
    ? T
    : unknown;

/** The type one segment further on; of a union, wherever it leads on. */
export type Step<T, Segment> = unknown extends T
  ? unknown
  : Into<NonNullable<T>, `${Segment & (string | number)}`>;

type Into<T, Segment extends string> = T extends readonly unknown[]
  ? IntoList<T, Segment>
  : T extends object
    ? Segment extends keyof T
      ? T[Segment]
      : Segment extends `${infer Index extends keyof T & number}`
        ? T[Index]
        : string extends Segment
          ? unknown
          : never
    : never;

type IntoList<T extends readonly unknown[], Segment extends string> = string extends Segment
  ? T[number]
  : Segment extends `${number}`
    ? number extends T['length']
      ? T[number]
      : Segment extends keyof T & string
        ? T[Segment]
        : `${number}` extends Segment
          ? T[number]
          : never
    : never;
