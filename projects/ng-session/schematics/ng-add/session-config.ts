import { SchematicsException } from '@angular-devkit/schematics';
import { parse } from '@lukeed/ms';

import { quoted } from '../utility/layout-of';
import type { NgAddOptions } from './ng-add-options';

/** What of the library's configuration differs from its defaults. */
export interface SessionConfig {
  readonly baseUrl?: string;
  readonly cache?: true | number | string;
}

/** Checks what was asked for, as the library will at start-up. @throws SchematicsException */
export function toSessionConfig({ baseUrl = '', cache = 'false' }: NgAddOptions): SessionConfig {
  const prefix = toBaseUrl(baseUrl.trim());
  const freshness = toCache(cache.trim());
  return {
    ...(prefix !== '' && { baseUrl: prefix }),
    ...(freshness !== false && { cache: freshness }),
  };
}

/** The configuration as source, without braces where there is nothing to configure. */
export function configSource({ baseUrl, cache }: SessionConfig, quote: string): string {
  const fields = [
    ...(baseUrl === undefined ? [] : [`baseUrl: ${quoted(baseUrl, quote)}`]),
    ...(cache === undefined
      ? []
      : [`cache: ${typeof cache === 'string' ? quoted(cache, quote) : String(cache)}`]),
  ];
  return fields.length === 0 ? '' : `{ ${fields.join(', ')} }`;
}

/** Whether a text is an http(s) URL without a name or a password in it. */
export function isHttpUrl(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || DECEITFUL.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}

/** Blanks, control characters and backslashes, which the URL parser silently mends. */
const DECEITFUL = /[\0-\x20\x7f\\]/;

function toBaseUrl(baseUrl: string): string {
  const isPath = /^\/(?!\/)/.test(baseUrl) && !DECEITFUL.test(baseUrl);
  // Behind a query or a hash, the paths of the session would be no paths.
  const isPrefix = (isPath || isHttpUrl(baseUrl)) && !/[?#]/.test(baseUrl);
  if (baseUrl === '' || isPrefix) return baseUrl;
  throw new SchematicsException(
    '--base-url must be empty, a path with its slash, or an http(s) URL, without user info, query ' +
      `and hash, such as https://api.example.com; it is ${withoutPassword(baseUrl)}.`,
  );
}

function toCache(cache: string): boolean | number | string {
  if (cache === '' || cache === 'false') return false;
  if (cache === 'true') return true;
  const milliseconds = parse(cache);
  if (milliseconds !== undefined && milliseconds >= 0 && milliseconds <= Number.MAX_SAFE_INTEGER) {
    return /^\d+$/.test(cache) ? milliseconds : cache;
  }
  throw new SchematicsException(
    "--cache must be true, false, milliseconds, or a duration such as '30s', '5m' or '1h'; " +
      `it is ${cache}.`,
  );
}

/** An error may end up in a log. */
function withoutPassword(url: string): string {
  return url.replace(/:.*@/, ':…@');
}
