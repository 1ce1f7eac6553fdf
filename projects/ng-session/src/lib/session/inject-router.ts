import { inject } from '@angular/core';
import { ROUTES, Router } from '@angular/router';

/** The router, or `null` in an app that was not given one: `Router` itself can always be injected. */
export function injectRouter(): Router | null {
  return inject(ROUTES, { optional: true }) && inject(Router);
}
