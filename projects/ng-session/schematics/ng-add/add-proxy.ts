import { SchematicsException, type Tree } from '@angular-devkit/schematics';
import {
  readWorkspace,
  type TargetDefinition,
  type WorkspaceDefinition,
  writeWorkspace,
} from '@schematics/angular/utility';
import { JSONFile } from '@schematics/angular/utility/json-file';
import { posix } from 'node:path';

import type { Project } from '../utility/find-project';
import { isHttpUrl, type SessionConfig } from './session-config';

/** Where the proxy is configured, from the root of an application. */
export const PROXY_FILE = 'proxy.conf.json';

/** Which requests `ng serve` passes on, and to whom. */
export interface Proxy {
  /** The beginning of their path. */
  readonly path: string;
  readonly target: string;
}

/** Checks what was asked for. @throws SchematicsException */
export function toProxy(
  target: string | undefined,
  { baseUrl = '' }: SessionConfig,
): Proxy | undefined {
  if (target === undefined || target === '') return undefined;
  if (!isHttpUrl(target)) {
    throw new SchematicsException(
      '--proxy must be an http(s) URL without user info, such as http://localhost:3000.',
    );
  }
  if (isHttpUrl(baseUrl)) {
    throw new SchematicsException(
      'With --proxy the browser sees the API on the origin of the app: leave its address (--base-url) ' +
        'empty, or give a path.',
    );
  }
  return { path: baseUrl.replace(/\/$/, '') || '/api', target };
}

/** Has `ng serve` pass the API's requests on; returns what was done, or what to do. */
export async function addProxy(
  tree: Tree,
  project: Project,
  { path, target }: Proxy,
): Promise<string[]> {
  const entry = { target };
  const asCode = `${JSON.stringify(path)}: ${JSON.stringify(entry)}`;
  const workspace = await readWorkspace(tree);
  const serve = serveTargetOf(workspace, project);
  if (!serve)
    return [`angular.json: ${project.name} has no serve target; add a proxy for ${asCode}.`];

  const configured = proxyConfigOf(serve);
  const file = configured ?? posix.join(project.root, PROXY_FILE);
  if (!isEditable(tree, file)) {
    const name =
      configured === undefined
        ? `, and name the file in angular.json: "proxyConfig": "${file}"`
        : '';
    return [`${file} stays as it is, for it is no JSON object. Add ${asCode}${name}.`];
  }

  if (!tree.exists(file)) tree.create(file, '{}\n');
  const json = new JSONFile(tree, file);
  const isThere = [path, `${path}/*`, `${path}/**`].some((key) => json.get([key]) !== undefined);
  if (!isThere) json.modify([path], entry, false);
  if (configured === undefined) {
    serve.options = { ...serve.options, proxyConfig: file };
    await writeWorkspace(tree, workspace);
  }
  return [
    isThere
      ? `${file} says where ${path} leads already, and stays as it is.`
      : `${file}: ng serve passes ${path} on to ${target}.`,
  ];
}

/** What to say where `ng serve` itself would answer the API's requests, with the page of the app. */
export async function missingProxy(
  tree: Tree,
  project: Project,
  { baseUrl = '' }: SessionConfig,
): Promise<string[]> {
  const serve = serveTargetOf(await readWorkspace(tree), project);
  if (isHttpUrl(baseUrl) || !serve || proxyConfigOf(serve) !== undefined) return [];
  return [
    'ng serve passes the requests of the API on to nobody yet. Where it runs elsewhere: ' +
      'ng add ng-session --proxy http://localhost:3000',
  ];
}

function serveTargetOf(
  { projects }: WorkspaceDefinition,
  { name }: Project,
): TargetDefinition | undefined {
  return projects.get(name)?.targets.get('serve');
}

function proxyConfigOf({ options, configurations = {} }: TargetDefinition): string | undefined {
  return [options, ...Object.values(configurations)]
    .map((one) => one?.['proxyConfig'])
    .find((value) => typeof value === 'string');
}

function isEditable(tree: Tree, file: string): boolean {
  if (!file.endsWith('.json')) return false;
  return !tree.exists(file) || !Array.isArray(new JSONFile(tree, file).get([]));
}
