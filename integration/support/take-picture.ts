import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { workspacePath } from '../../scripts/workspace-path.ts';

const PICTURES = workspacePath('dist/integration');

/** Leaves a picture of a page in `dist/integration`, for somebody to look at. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
