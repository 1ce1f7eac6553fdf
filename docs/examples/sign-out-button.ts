import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { FlashMessages, SessionService } from 'ng-session';

@Component({
  selector: 'shop-sign-out-button',
  template: '<button type="button" (click)="signOut()">Sign out</button>',
})
export class SignOutButton {
  readonly #session = inject(SessionService);
  readonly #flash = inject(FlashMessages);
  readonly #router = inject(Router);

  // #region sign-out
  protected async signOut(): Promise<void> {
    await this.#session.signOut().catch(() => undefined);
    // After it: what was flashed before is a part of what the sign-out ends.
    this.#flash.flash('notification', { type: 'success', message: 'You have signed out.' });
    await this.#router.navigateByUrl('/');
  }
  // #endregion sign-out
}
