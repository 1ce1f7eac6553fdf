import { InjectionToken } from '@angular/core';
import type { SchemaVersion } from '../../data/keep/session-record';
import type { SessionStore } from '../../stores/session-store';

declare const ngDevMode: boolean | undefined;

/** The store that is in use, and how. */
export interface ActiveStore {
  readonly store: SessionStore;
  readonly name: string;
  /** Milliseconds. */
  readonly age: number;
  readonly clearWithBrowser: boolean;
  readonly schema: SchemaVersion;
}

export const ACTIVE_STORE = new InjectionToken<ActiveStore>(ngDevMode ? 'ACTIVE_STORE' : '');
