import type { SessionUser, SessionValues } from '../config/session-user';
import type { SessionPath } from './session-path';

/** The type of what is at a path, as far as the app has augmented `SessionValues`; else `unknown`. */
export type SessionValueAt<P extends SessionPath> = P extends string
  ? ValueAt<SessionValues & { user: SessionUser }, P>
  : unknown;

type ValueAt<T, P extends string> = P extends `${infer Segment}.${infer Rest}`
  ? ValueAt<NonNullable<Step<T, Segment>>, Rest>
  : Step<T, P>;

type Step<T, Segment extends string> = Segment extends keyof T
  ? T[Segment]
  : T extends readonly (infer Item)[]
    ? Segment extends `${number}`
      ? Item | undefined
      : unknown
    : unknown;
