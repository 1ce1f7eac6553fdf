/** One change of a text: what is between `start` and `end` becomes `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Names an edit that takes nothing away. */
export function insertAt(position: number, text: string): TextEdit {
  return { start: position, end: position, text };
}
