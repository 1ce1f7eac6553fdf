import { posix } from 'node:path';

import type { Bootstrap } from '../utility/find-bootstrap';
import type { Project } from '../utility/find-project';
import { type Proxy, PROXY_FILE } from './add-proxy';
import { configSource, type SessionConfig } from './session-config';
import { USER_TYPE, USER_TYPE_FILE } from './user-type';

/** What was asked for, and what is known of the application. */
export interface Wanted {
  readonly project: Project;
  /** How the application is started, where that is known. */
  readonly kind: Bootstrap['kind'] | undefined;
  readonly config: SessionConfig;
  readonly proxy: Proxy | undefined;
}

/** What to do by hand in an application that could not be edited. */
export function manualSteps({ project, kind, config, proxy }: Wanted): string {
  const steps = [
    ...(kind === 'ng-module' ? [] : [standaloneStep(config)]),
    ...(kind === 'standalone' ? [] : [moduleStep(config, kind === undefined)]),
    `In ${posix.join(project.sourceRoot, USER_TYPE_FILE)}:\n\n${USER_TYPE.trimEnd()}`,
    ...(proxy ? [proxyStep(project, proxy)] : []),
    `For a sign-in page: ng generate ng-session:sign-in --project=${project.name}`,
  ];
  const numbered = steps.map((step, index) => `${String(index + 1)}. ${step}`);
  return ['No source was changed. This is what to write.', ...numbered].join('\n\n');
}

const OWN_FIRST = 'with your own interceptors first, if you have a provideHttpClient already';

function standaloneStep(config: SessionConfig): string {
  return `In the root providers, ${OWN_FIRST}:

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { credentialsInterceptor, provideNgSession, unauthorizedInterceptor } from 'ng-session';

providers: [
  provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
  provideNgSession(${configSource(config, "'")}),
]`;
}

function moduleStep(config: SessionConfig, isInstead: boolean): string {
  return `${isInstead ? 'Or, with NgModules, in' : 'In'} the root module, ${OWN_FIRST}:

import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { credentialsInterceptor, NgSessionModule, unauthorizedInterceptor } from 'ng-session';

imports: [NgSessionModule.forRoot(${configSource(config, "'")})],
providers: [
  provideHttpClient(withInterceptors([credentialsInterceptor, unauthorizedInterceptor])),
]`;
}

function proxyStep({ root }: Project, { path, target }: Proxy): string {
  const file = posix.join(root, PROXY_FILE);
  return `For ng serve, in ${file}, which angular.json names as "proxyConfig" of serve:

${JSON.stringify({ [path]: { target } })}`;
}
