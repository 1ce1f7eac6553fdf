/** A port, and the variable that chooses another one. */
export interface PortSetting {
  readonly variable: 'API_PORT' | 'WEB_PORT';
  readonly port: number;
}

export interface Ports {
  readonly api: PortSetting;
  readonly web: PortSetting;
}

/** Reads API_PORT and WEB_PORT; throws when one is no port or both are the same. */
export function readPorts(env: Readonly<Record<string, string | undefined>>): Ports {
  const api = readPort(env, 'API_PORT', 3000);
  const web = readPort(env, 'WEB_PORT', 4200);
  if (api.port === web.port) throw new Error('API_PORT and WEB_PORT must be two different ports.');
  return { api, web };
}

function readPort(
  env: Readonly<Record<string, string | undefined>>,
  variable: PortSetting['variable'],
  fallback: number,
): PortSetting {
  const text = env[variable]?.trim();
  if (!text) return { variable, port: fallback };
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return { variable, port };
  throw new Error(`${variable} must be a port from 1 to 65535, not "${text}".`);
}
