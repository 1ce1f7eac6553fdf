import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import chromium, { inflate } from '@sparticuz/chromium';

import { workspacePath } from '../workspace-path.ts';
import { fontsConf } from './fonts-conf.ts';

/**
 * Unpacks the Chromium of `@sparticuz/chromium` once a version and returns its folder.
 *
 * Left alone, the package takes whatever `chromium` lies in the temp folder: one of an earlier version,
 * one that was half unpacked, or somebody else's. So it gets a folder of its own, which is complete as
 * soon as it has its name, and which goes when node_modules goes.
 */
export async function unpackChromium(): Promise<string> {
  const source = dirname(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))));
  const caches = workspacePath('node_modules/.cache');
  const folder = join(caches, `chromium-${version(source)}`);
  if (existsSync(folder)) return folder;

  mkdirSync(caches, { recursive: true });
  const draft = mkdtempSync(`${folder}-`);
  try {
    await inTempFolder(draft, async () => {
      await chromium.executablePath();
      await inflate(join(source, 'bin/al2023.tar.br'));
    });
    writeFileSync(join(draft, 'fonts.conf'), fontsConf(join(folder, 'fonts')));
    renameUnlessThere(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

function version(packageFolder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error('@sparticuz/chromium has no version. Run npm ci.');
}

/** The package unpacks to the temp folder and asks for its name at each call. */
async function inTempFolder(folder: string, work: () => Promise<void>): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Another process may have been faster; its folder is as good as ours. */
function renameUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
  }
}
