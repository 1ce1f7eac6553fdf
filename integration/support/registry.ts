import { createReadStream, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, join } from 'node:path';

import { listen } from '../../e2e/support/listen.ts';
import type { ListeningServer } from '../../e2e/support/listen.ts';
import { npm } from '../../scripts/process/npm.ts';
import { workspacePath } from '../../scripts/workspace-path.ts';
import type { Tarball } from './pack-all.ts';

/** What npm knows about a package, as far as it matters here. */
interface Packument {
  versions: Record<string, unknown>;
  'dist-tags': Record<string, string>;
}

/** The version of Angular that new apps are made with. */
const ANGULAR = '22.2.0';

/**
 * Starts a registry that offers our tarballs as if they were published, and passes on everything else.
 *
 * Of Angular it offers one version only, so that today's apps and tomorrow's are the same.
 */
export async function startRegistry(tarballs: readonly Tarball[]): Promise<ListeningServer> {
  const upstream = npm(workspacePath('.'), 'config', 'get', 'registry').trim();
  const registry = await listen((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(502).end(String(error));
    });
  });

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent(request.url ?? '/').slice(1);
    const ours = tarballs.find(({ name }) => path === name || path.startsWith(`${name}/-/`));
    if (ours === undefined && path.startsWith('@angular/') && !path.includes('/-/')) {
      const packument = await fetch(new URL(path.replace('/', '%2f'), upstream));
      sendJson(response, pinned((await packument.json()) as Packument));
    } else if (ours === undefined) {
      response.writeHead(307, { Location: new URL(request.url?.slice(1) ?? '', upstream).href });
      response.end();
    } else if (path === ours.name) {
      sendJson(response, packumentOf(ours, registry.url));
    } else {
      response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
      createReadStream(ours.file).pipe(response);
    }
  };
  return registry;
}

function pinned(packument: Packument): Packument {
  const version = packument.versions[ANGULAR];
  if (version === undefined) return packument;
  return { ...packument, versions: { [ANGULAR]: version }, 'dist-tags': { latest: ANGULAR } };
}

function packumentOf({ name, version, file, folder }: Tarball, url: string): unknown {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as object;
  const dist = { tarball: `${url}/${name}/-/${basename(file)}` };
  return {
    name,
    'dist-tags': { latest: version },
    versions: { [version]: { ...manifest, dist } },
  };
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
