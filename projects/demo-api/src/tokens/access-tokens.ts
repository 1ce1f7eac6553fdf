import { randomUUID } from 'node:crypto';

import { errors, jwtVerify, SignJWT } from 'jose';
import type { JWTHeaderParameters } from 'jose';

import type { User } from '../users/user.ts';
import type { TokenKey } from './token-keys.ts';

const ALGORITHM = 'EdDSA';
const TYPE = 'at+jwt';
const ISSUER = 'demo-api';
const AUDIENCE = 'demo';

/** Signs JWTs that tell who asks, and verifies them. */
export class AccessTokens {
  readonly #keys: readonly [TokenKey, ...TokenKey[]];
  readonly #age: number;

  /** The age is in milliseconds. */
  constructor(keys: readonly [TokenKey, ...TokenKey[]], age: number) {
    this.#keys = keys;
    this.#age = age;
  }

  sign({ id, name, roles }: User): Promise<string> {
    const [key] = this.#keys;
    const issuedAt = Math.floor(Date.now() / 1000);
    return (
      new SignJWT({ name, roles })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.id })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(String(id))
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + this.#age / 1000)
        // Two of one second differ too: an app takes the same one again for no refresh.
        .setJti(randomUUID())
        .sign(key.privateKey)
    );
  }

  /** Resolves with the id of the user; null for a token that is over, was changed, or is not for here. */
  async verify(token: string): Promise<number | null> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.#keyOf(header), {
        // Fixed: what a token says of itself is not to be believed before it is verified.
        algorithms: [ALGORITHM],
        typ: TYPE,
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['sub', 'iat', 'exp'],
      });
      return Number(payload.sub);
    } catch (error) {
      if (error instanceof errors.JOSEError) return null;
      throw error;
    }
  }

  #keyOf({ kid }: Partial<JWTHeaderParameters>) {
    const key = this.#keys.find(({ id }) => id === kid);
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key.publicKey;
  }
}
