import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { RequestListener } from 'node:http';

import sirv from 'sirv';

import { E2E_API_PLACEHOLDER, E2E_DEMO } from '../../scripts/build/build-demo-for-e2e.ts';
import { workspacePath } from '../../scripts/workspace-path.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { copyWithText } from './copy-with-text.ts';

/** Where the demo's index.html keeps the place of the nonce that its policy asks for. */
const NONCE_PLACEHOLDER = 'CSP_NONCE';

export interface ServeDemoOptions {
  readonly apiUrl: string;
  /** A third origin that the policy lets the demo talk to. */
  readonly recorderUrl: string;
  /** Paths of the API for which the demo asks that origin instead. */
  readonly atRecorder: readonly string[];
  /** An empty folder, for a copy of the demo that knows this API. */
  readonly folder: string;
}

/** Serves the built demo as a careful host would: any path is the app, under a strict policy. */
export function serveDemo(options: ServeDemoOptions): RequestListener {
  const { apiUrl, recorderUrl, atRecorder, folder } = options;
  const built = workspacePath(`${E2E_DEMO}/browser`);
  if (!existsSync(built)) throw new Error('The demo is not built. Run npm run test:e2e.');
  const nonce = randomBytes(16).toString('base64url');
  const moved = atRecorder.map((path) => [E2E_API_PLACEHOLDER + path, recorderUrl + path]);
  copyWithText(built, folder, {
    ...(Object.fromEntries(moved) as Record<string, string>),
    [E2E_API_PLACEHOLDER]: apiUrl,
    [NONCE_PLACEHOLDER]: nonce,
  });

  const policy = contentSecurityPolicy({ nonce, connect: [apiUrl, recorderUrl] });
  const serve = sirv(folder, {
    single: true,
    setHeaders: (response) => {
      response.setHeader('Content-Security-Policy', policy);
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader('Cache-Control', 'no-store');
    },
  });
  return (request, response) => serve(request, response);
}
