import { resolve } from 'node:path';

import { NO_TESTS } from './counts.ts';
import type { Counts } from './counts.ts';

/** What counting needs of an event of `node:test`. */
export interface CountedEvent {
  readonly type: string;
  readonly data?: unknown;
}

interface TestData {
  readonly name: string;
  readonly file?: string;
  readonly nesting: number;
  readonly skip?: string | boolean;
  readonly todo?: string | boolean;
  readonly details: { readonly type?: string };
}

/**
 * Counts the tests that one event of `node:test` tells about: one or none.
 *
 * A `describe` is no test. Neither is a file that holds none, which `node:test` reports as one that
 * passed; one that could not be loaded is a failure all the same.
 */
export function countEvent({ type, data }: CountedEvent): Counts {
  if (type !== 'test:pass' && type !== 'test:fail') return NO_TESTS;
  const test = data as TestData;
  if (test.details.type === 'suite') return NO_TESTS;
  if (isSet(test.skip) || isSet(test.todo)) return { ...NO_TESTS, leftOut: 1 };
  if (type === 'test:fail') return { ...NO_TESTS, failed: 1 };
  return isFile(test) ? NO_TESTS : { ...NO_TESTS, passed: 1 };
}

function isSet(flag: string | boolean | undefined): boolean {
  return flag !== undefined && flag !== false;
}

function isFile({ name, file, nesting }: TestData): boolean {
  return nesting === 0 && file !== undefined && resolve(name) === file;
}
