import { Component, computed, inject } from '@angular/core';
import { SessionData } from 'ng-session';

// #region draft
/** An unfinished article, which outlives the page that it is written on. */
@Component({
  selector: 'shop-draft',
  template: `
    <h1>{{ title() ?? 'Untitled' }}</h1>
    <p>{{ summary() }}</p>
  `,
})
export class Draft {
  readonly #data = inject(SessionData);

  // Wakes this component when the title changes, and not when a tag does.
  protected readonly title = this.#data.select('draft.title');
  protected readonly summary = computed(() => `${this.#data.get('draft.tags', []).length} tags`);

  rename(title: string): void {
    this.#data.put('draft.title', title);
  }

  tag(name: string): void {
    this.#data.put('draft.tags', [...this.#data.get('draft.tags', []), name]);
  }
}
// #endregion draft
