import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { SessionService } from 'ng-session';

import { Icon } from '../../icons/icon';

/** Who is signed in, with the way out; or the way in. */
@Component({
  selector: 'demo-user-menu',
  imports: [Icon, MatButton, RouterLink],
  templateUrl: './user-menu.html',
  styleUrl: './user-menu.scss',
})
export class UserMenu {
  readonly #router = inject(Router);
  protected readonly session = inject(SessionService);

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } catch {
      // The user is gone from this computer all the same. The banner tells that the server does not
      // know yet, and its Retry sends the sign-out again.
    }
    await this.#router.navigateByUrl('/');
  }
}
