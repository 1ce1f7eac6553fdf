/** Whether a backend breaks what the app relies on, or could only do better. */
export type Severity = 'fault' | 'warning';

/** Something that a backend has to do. */
export interface Rule {
  /** Kebab-case, and the same in every release. */
  readonly id: string;
  readonly group: string;
  readonly severity: Severity;
  /** What a good backend does. */
  readonly expects: string;
  /** What to do where it does not. */
  readonly mend: string;
}

/** A rule that was not kept, and what was seen instead. */
export interface Finding extends Rule {
  readonly seen: string;
}

/** A rule that could not be checked, and why. */
export interface NotChecked extends Rule {
  readonly why: string;
}

/** What a check has found. It holds no cookie, no token and no password. */
export interface CheckReport {
  /** Whether there is no fault; there may be warnings. */
  readonly ok: boolean;
  readonly url: string;
  /** The origin of the app that the check played. */
  readonly origin: string;
  readonly passed: readonly Rule[];
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}
