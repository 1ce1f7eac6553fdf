import { SessionError } from '../session-error.ts';
import type { SessionStoreFactory } from './session-store.ts';

/**
 * Chooses a store by its name, which often comes from the environment. Only the chosen one is opened.
 *
 * @throws SessionError `invalid-config` for a name that is not set, or not among the choices.
 */
export function selectStore(
  name: string | undefined,
  choices: Readonly<Record<string, SessionStoreFactory>>,
): SessionStoreFactory {
  const chosen = name !== undefined && Object.hasOwn(choices, name) ? choices[name] : undefined;
  if (chosen) return chosen;
  const names = Object.keys(choices).join(', ');
  throw new SessionError(
    'invalid-config',
    // What was set is not quoted: a connection string that was put there by mistake holds a password.
    `stores.select(): the name of the store ${name ? 'is unknown' : 'is not set'}. Set it to one of: ${names}.`,
  );
}
