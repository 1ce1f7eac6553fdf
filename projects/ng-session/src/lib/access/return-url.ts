import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { SESSION_CONFIG } from '../config/resolve-config';
import { askedUrls } from '../session/sign-in-tree';
import { safeReturnUrl } from './safe-return-url';

/**
 * The page that was asked for before the sign-in, as a safe path within the app; `/` where none was,
 * or where a hostile one was put into the link. Needs an injection context; asked after the sign-in,
 * as a sign-in page may stay while its link changes.
 *
 * ```ts
 * await this.session.signIn({ email, password });
 * await this.router.navigateByUrl(runInInjectionContext(this.injector, returnUrl));
 * ```
 */
export function returnUrl(): string {
  const router = inject(Router);
  const { returnUrlParam } = inject(SESSION_CONFIG);
  return safeReturnUrl(router.parseUrl(askedUrls(router)[0]).queryParams[returnUrlParam]);
}
