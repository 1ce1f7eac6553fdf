import { HttpClient } from '@angular/common/http';
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TokenSession } from 'ng-session';
import { firstValueFrom } from 'rxjs';

// #region refresh
@Component({
  selector: 'shop-team-switch',
  template: `<button type="button" (click)="enter(7)">Work for the other team</button>`,
})
export class TeamSwitch {
  readonly #http = inject(HttpClient);
  readonly #tokens = inject(TokenSession);
  readonly #router = inject(Router);

  protected async enter(team: number): Promise<void> {
    await firstValueFrom(this.#http.put('/api/team', { team }));
    // The roles of the other team are in the next token.
    if (!(await this.#tokens.refresh())) await this.#router.navigateByUrl('/sign-in');
  }
}
// #endregion refresh
