import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HasRole, SessionService } from 'ng-session';

@Component({
  selector: 'shop-role-links',
  imports: [HasRole, RouterLink],
  templateUrl: './role-links.html',
})
export class RoleLinks {
  // #region predicate
  protected readonly session = inject(SessionService);

  protected canPublish(): boolean {
    return this.session.hasRole(['admin', 'editor']);
  }
  // #endregion predicate
}
