import { SessionError } from '../session-error.ts';

const FUNCTIONS = [
  'parseSignIn',
  'account',
  'identity',
  'roles',
  'flashOnSignIn',
  'readOnly',
  'log',
] as const;
const SWITCHES = ['clearWithBrowser', 'enabled', 'production'] as const;

type Kinds = Partial<Record<(typeof FUNCTIONS)[number] | (typeof SWITCHES)[number], unknown>> & {
  readonly signIn?: unknown;
  readonly findUser?: unknown;
  readonly cookie?: { readonly secure?: unknown } | undefined;
};

/** Refuses a text where there has to be a function or a switch: `'false'` of an environment is true. */
export function checkKinds(options: Kinds): void {
  for (const name of ['signIn', 'findUser'] as const) checkFunction(name, options[name]);
  for (const name of FUNCTIONS) {
    if (options[name] !== undefined) checkFunction(name, options[name]);
  }
  for (const name of SWITCHES) checkSwitch(name, options[name]);
  checkSwitch('cookie.secure', options.cookie?.secure);
}

function checkFunction(name: string, value: unknown): void {
  if (typeof value !== 'function') throw invalid(`${name} must be a function.`);
}

function checkSwitch(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean') {
    throw invalid(`${name} must be true or false.`);
  }
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
