import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT = /\.(?:html|js)$/;

/** Copies a built app and puts other text in the place of placeholders in its scripts and pages. */
export function copyWithText(
  from: string,
  to: string,
  texts: Readonly<Record<string, string>>,
): void {
  cpSync(from, to, { recursive: true });
  for (const name of readdirSync(to, { recursive: true, encoding: 'utf8' })) {
    if (!TEXT.test(name)) continue;
    const file = join(to, name);
    const before = readFileSync(file, 'utf8');
    const after = Object.entries(texts).reduce(
      (text, [placeholder, value]) => text.replaceAll(placeholder, value),
      before,
    );
    if (after !== before) writeFileSync(file, after);
  }
}
