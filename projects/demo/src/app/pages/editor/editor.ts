import { httpResource } from '@angular/common/http';
import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatCard, MatCardContent, MatCardHeader, MatCardTitle } from '@angular/material/card';
import { MatProgressBar } from '@angular/material/progress-bar';
import { RouterLink } from '@angular/router';

import { Icon } from '../../icons/icon';
import { EmptyState } from '../../layout/empty-state';
import { describeError } from '../../server/describe-error';

interface Article {
  readonly id: number;
  readonly title: string;
  readonly body: string;
}

/** What the server gives to editors and admins only; the guard spares others the way. */
@Component({
  selector: 'demo-editor',
  imports: [
    EmptyState,
    Icon,
    MatButton,
    MatCard,
    MatCardContent,
    MatCardHeader,
    MatCardTitle,
    MatProgressBar,
    RouterLink,
  ],
  templateUrl: './editor.html',
  styleUrl: './editor.scss',
})
export class Editor {
  protected readonly articles = httpResource<readonly Article[]>(() => ({
    url: `${DEMO_API_URL}/api/articles`,
  }));
  protected readonly describe = describeError;
}
