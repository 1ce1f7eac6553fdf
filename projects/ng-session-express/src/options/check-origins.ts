import { SessionError } from '../session-error.ts';

/** Refuses what a browser never sends as an origin: it would match nobody, or was meant to match many. */
export function checkOrigins(origins: unknown, isProduction: boolean): readonly string[] {
  if (!isListOfTexts(origins)) throw invalid('origins must be a list of origins; [] for none.');
  for (const value of origins) {
    const url = URL.canParse(value) ? new URL(value) : null;
    if (url === null || !['http:', 'https:'].includes(url.protocol)) {
      throw invalid(`origins: "${value}" is not an origin such as https://app.example.com.`);
    }
    if (url.origin !== value) {
      throw invalid(`origins: "${value}" is not an exact origin; write ${url.origin}.`);
    }
    if (isProduction && url.protocol === 'http:' && !isLocal(url.hostname)) {
      throw invalid(
        `origins: "${value}" is open to everybody on the way; use https in production.`,
      );
    }
  }
  return [...origins];
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
}

function invalid(message: string): SessionError {
  return new SessionError('invalid-config', message);
}
