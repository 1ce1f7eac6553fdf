import {
  type EmbeddedViewRef,
  type Signal,
  TemplateRef,
  ViewContainerRef,
  effect,
  inject,
  untracked,
} from '@angular/core';

/**
 * Shows the content of a structural directive, as one view, while there is a value for it; `undefined`
 * is none. A value that changes is handed to the view that is there.
 */
export function showWhile<T>(value: Signal<T | undefined>): void {
  const container = inject(ViewContainerRef);
  const template = inject<TemplateRef<{ $implicit: T }>>(TemplateRef);
  let view: EmbeddedViewRef<{ $implicit: T }> | null = null;
  effect(() => {
    const shown = value();
    untracked(() => {
      if (shown === undefined) {
        container.clear();
        view = null;
      } else if (view) {
        view.context.$implicit = shown;
        view.markForCheck();
      } else {
        view = container.createEmbeddedView(template, { $implicit: shown });
      }
    });
  });
}
