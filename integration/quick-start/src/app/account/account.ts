import { JsonPipe } from '@angular/common';
import { Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { SessionService } from 'ng-session';

/** Shows who is signed in. The guard of its route keeps everybody else out. */
@Component({
  imports: [JsonPipe],
  selector: 'app-account',
  styleUrl: './account.css',
  templateUrl: './account.html',
})
export class Account {
  private readonly router = inject(Router);
  protected readonly session = inject(SessionService);

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
    } finally {
      // Here the session is over, even where the server could not be told.
      await this.router.navigateByUrl('/');
    }
  }
}
