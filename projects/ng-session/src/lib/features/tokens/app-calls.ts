import { EnvironmentInjector, Injectable, inject, runInInjectionContext } from '@angular/core';

/** Calls the functions of the app in an injection context. */
@Injectable()
export class AppCalls {
  readonly #injector = inject(EnvironmentInjector);

  /** Whether one is being called. The requests that it sends must not wait for its own answer. */
  isUnderWay = false;

  run<T>(call: () => T): T {
    this.isUnderWay = true;
    try {
      return runInInjectionContext(this.#injector, call);
    } finally {
      this.isUnderWay = false;
    }
  }
}
