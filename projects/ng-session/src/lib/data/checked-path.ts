import type { SessionUser, SessionValues } from '../config/session-user';
import type { SessionPath } from './session-path';
import type { SegmentsOf, SessionValueAt, Step } from './session-value-at';

/** The path, if it leads somewhere by the types of the app; else the paths that are nearest to it. */
export type CheckedPath<P extends SessionPath> = [WrongPath<P>] extends [never] ? P : WrongPath<P>;

/** The path, if a number may be there by the types of the app. */
export type NumberPath<P extends SessionPath> = [WrongPath<P> | OtherPath<P>] extends [never]
  ? P
  : WrongPath<P> | OtherPath<P>;

type WrongPath<P extends SessionPath> = P extends SessionPath
  ? [SessionValueAt<P>] extends [never]
    ? NearestPath<P>
    : never
  : never;

type OtherPath<P extends SessionPath> =
  unknown extends SessionValueAt<P>
    ? never
    : [SessionValueAt<P>] extends [number | bigint | undefined]
      ? never
      : 'a path to a number';

/** As far as the path leads, and from there what leads on: what the compiler says of a wrong path. */
type NearestPath<P extends SessionPath> = P extends string ? Join<NearestTo<P>> : NearestTo<P>;

type NearestTo<P extends SessionPath> = Nearest<
  SessionValues & { user: SessionUser },
  SegmentsOf<P>
>;

type Nearest<
  T,
  Segments,
  Before extends readonly unknown[] = readonly [],
> = Segments extends readonly [infer Segment, ...infer Rest]
  ? [Step<T, Segment>] extends [never]
    ? NamesIn<NonNullable<T>> extends infer Name
      ? [Name] extends [never]
        ? Before
        : readonly [...Before, Name]
      : never
    : Nearest<Step<T, Segment>, Rest, readonly [...Before, Segment]>
  : never;

type NamesIn<T> = T extends readonly unknown[]
  ? number extends T['length']
    ? `${number}`
    : keyof T & `${number}`
  : T extends object
    ? `${keyof T & (string | number)}`
    : never;

type Join<Segments> = Segments extends readonly [infer Segment extends string, ...infer Rest]
  ? Rest extends readonly []
    ? Segment
    : `${Segment}.${Join<Rest> & string}`
  : never;
