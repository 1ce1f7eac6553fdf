import '@angular/compiler';
import type { HttpInterceptorFn } from '@angular/common/http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { PACKAGE } from './schematics';

/** What these specs use of the library. */
interface Library {
  readonly credentialsInterceptor: HttpInterceptorFn;
  readonly unauthorizedInterceptor: HttpInterceptorFn;
  readonly provideNgSession: (config: object) => unknown;
}

/** The library as it is published. */
export const library = createRequire(__filename)(
  join(PACKAGE, 'fesm2022/ng-session.mjs'),
) as Library;
