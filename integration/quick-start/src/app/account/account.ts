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
    // The user is gone at once. A server that could not be told is told before the next read.
    await this.session.signOut().catch(() => undefined);
    await this.router.navigateByUrl('/');
  }
}
