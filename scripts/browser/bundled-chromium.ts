import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from './browser.ts';
import { unpackChromium } from './unpack-chromium.ts';

/** Returns the Chromium of `@sparticuz/chromium`, unpacked, with the fonts it brings along. */
export async function bundledChromium(): Promise<Omit<Browser, 'args'>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome found. Install Chrome, or set CHROME_BIN to its path.');
  }
  const folder = await unpackChromium();
  const path = join(folder, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  // A small Linux lacks libraries that every desktop has. They come second: the system's own fit better.
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const env = [fonts, { ...fonts, ...libraries }].find((candidate) => starts(path, candidate));
  if (env !== undefined) return { path, env };
  throw new Error(
    existsSync(path)
      ? 'The bundled Chromium does not start here. Install Chrome, or set CHROME_BIN to its path.'
      : 'The bundled Chromium is incomplete. Run npm ci.',
  );
}

function starts(path: string, env: Readonly<Record<string, string>>): boolean {
  try {
    execFileSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
