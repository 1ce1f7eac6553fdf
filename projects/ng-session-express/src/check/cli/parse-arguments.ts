import { parseArgs } from 'node:util';

import { isPlainObject } from '../../is-plain-object.ts';
import type { JsonObject } from '../../json.ts';
import { CheckError } from '../check-error.ts';
import type { CheckOptions } from '../check-options.ts';

export type Arguments =
  | { readonly help: true }
  | { readonly help: false; readonly json: boolean; readonly options: CheckOptions };

const OPTIONS = {
  origin: { type: 'string' },
  'sign-in': { type: 'string' },
  'wrong-sign-in': { type: 'string' },
  'sign-in-url': { type: 'string' },
  'sign-out-url': { type: 'string' },
  'update-url': { type: 'string' },
  'data-url': { type: 'string' },
  timeout: { type: 'string' },
  limits: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the arguments after the program's name; throws `CheckError`, which never quotes a value. */
export function parseArguments(argv: readonly string[], environment: Environment): Arguments {
  const { values, positionals } = parse(argv);
  if (values.help) return { help: true };
  const [command, url, ...more] = positionals;
  if (command !== 'check' || url === undefined || more.length > 0) {
    throw new CheckError('Say "check" and the URL of the backend.');
  }
  const signIn = values['sign-in'] ?? environment['NG_SESSION_SIGN_IN'];
  const wrongSignIn = values['wrong-sign-in'] ?? environment['NG_SESSION_WRONG_SIGN_IN'];
  return {
    help: false,
    json: values.json,
    options: {
      url,
      origin: values.origin,
      signIn: toObject('sign-in', signIn),
      wrongSignIn: toObject('wrong sign-in', wrongSignIn),
      signInUrl: values['sign-in-url'],
      signOutUrl: values['sign-out-url'],
      updateUrl: values['update-url'],
      dataUrl: values['data-url'],
      timeout: values.timeout,
      limits: values.limits,
    },
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // The message may quote what was typed: of a sign-in that lost its quotes, a password.
    throw new CheckError('There is an option that is unknown, or one that lacks its value.', {
      cause: error,
    });
  }
}

/** An empty variable of the environment is one that is not set. */
function toObject(name: string, text: string | undefined): JsonObject | undefined {
  if (text === undefined || text === '') return undefined;
  const value = tryJson(text);
  if (isPlainObject(value)) return value as JsonObject;
  throw new CheckError(
    `The ${name} has to be a JSON object. Put it in single quotes: '{"email":"…","password":"…"}'.`,
  );
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
