import { setting } from '../settings/setting';

const USES = ['cookie', 'token'] as const;
const STORAGES = ['memory', 'session', 'local'] as const;

export type SessionUse = (typeof USES)[number];
export type TokenStorageName = (typeof STORAGES)[number];

/** What keeps the session, and where its token is. */
export interface SessionSettings {
  readonly use: SessionUse;
  readonly tokens: TokenStorageName;
}

const saved = setting('session');

/** From the address, `?session=token&tokens=local`, or else as it was saved. */
export function readSessionSettings(): SessionSettings {
  const inAddress = new URLSearchParams(location.search);
  const given = inAddress.has('session') ? inAddress : new URLSearchParams(saved.read() ?? '');
  const [use, tokens] = [given.get('session'), given.get('tokens')];
  return {
    use: USES.find((one) => one === use) ?? 'cookie',
    tokens: STORAGES.find((one) => one === tokens) ?? 'memory',
  };
}

/** Keeps the settings for the next start. */
export function saveSessionSettings({ use, tokens }: SessionSettings): void {
  saved.write(new URLSearchParams({ session: use, tokens }).toString());
}
