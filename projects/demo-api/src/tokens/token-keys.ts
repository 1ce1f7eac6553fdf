import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import { ConfigError } from '../config/config-error.ts';

export interface TokenKey {
  /** Tells keys apart in the header of a token; made of the public half. */
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const PURPOSE = 'demo-api access token';
/** What stands before the 32 bytes of an Ed25519 key to make PKCS #8 of it. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Derives a key from each secret: the first one signs, all of them verify. */
export function tokenKeys(secrets: readonly string[]): readonly [TokenKey, ...TokenKey[]] {
  const [first, ...others] = secrets;
  if (first === undefined) throw new ConfigError('SESSION_SECRET must be set.');
  return [toKey(first), ...others.map(toKey)];
}

function toKey(secret: string): TokenKey {
  // Not the secret itself: what signs cookies signs nothing else.
  const seed = Buffer.from(hkdfSync('sha256', secret, '', PURPOSE, 32));
  const der = Buffer.concat([PKCS8_PREFIX, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const known = publicKey.export({ format: 'der', type: 'spki' });
  const id = createHash('sha256').update(known).digest('base64url').slice(0, 16);
  return { id, privateKey, publicKey };
}
