import { isIP } from 'node:net';

import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { splitList } from './split-list.ts';

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal'];
const MAX_HOPS = 10;

/**
 * Reads whose `X-Forwarded-*` headers count: a number of proxies, or their addresses.
 *
 * Trusting everybody is refused, because then each client names its own address and no limit by
 * address holds.
 */
export function readTrustProxy(value: string | undefined): Config['trustProxy'] {
  const text = (value ?? '').trim().toLowerCase();
  if (text === '' || text === 'false' || text === '0') return false;
  if (/^\d+$/.test(text) && Number(text) <= MAX_HOPS) return Number(text);
  const addresses = splitList(text);
  if (addresses.length > 0 && addresses.every(isProxyAddress)) return addresses;
  throw new ConfigError(
    `TRUST_PROXY must be the number of proxies in front of the API (up to ${MAX_HOPS}) or a list ` +
      `of their addresses, not "${value}".`,
  );
}

function isProxyAddress(entry: string): boolean {
  if (NAMED_RANGES.includes(entry)) return true;
  const [address = '', prefix, ...rest] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  // A prefix of 0 is every address there is: `true` in disguise.
  return (
    /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= (version === 4 ? 32 : 128)
  );
}
