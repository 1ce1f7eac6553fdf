import type { FieldTree } from '@angular/forms/signals';

/** Takes the user to what has to be mended. */
export function focusFirstError(form: FieldTree<unknown>): void {
  form().errorSummary()[0]?.fieldTree().focusBoundControl();
}
