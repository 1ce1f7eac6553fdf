import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SessionService } from 'ng-session';

/** Where guards send those who are signed in, but without the role. */
@Component({
  selector: 'demo-forbidden',
  imports: [MatButton, RouterLink],
  template: `
    <h1 tabindex="-1">This page is not for you</h1>
    <p class="lead" data-testid="forbidden">
      It needs a role that you do not have. You have
      {{ session.roles().length > 0 ? 'only: ' + session.roles().join(', ') : 'none' }}.
    </p>
    <a matButton="filled" routerLink="/" data-testid="go-home">Back to the session</a>
  `,
})
export class Forbidden {
  protected readonly session = inject(SessionService);
}
