import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildDemoForE2e } from '../../scripts/build/build-demo-for-e2e.ts';
import { workspacePath } from '../../scripts/workspace-path.ts';
import { launchBrowser } from '../support/launch-browser.ts';
import { startDemo } from '../support/start-demo.ts';
import { takeScreenshots } from './take-screenshots.ts';

// npm run screenshots: the picture of the README, and one of each page in a folder to look through.
await buildDemoForE2e();
const picture = workspacePath('docs/images/demo.png');
mkdirSync(workspacePath('docs/images'), { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'ng-session-screenshots-'));

const demo = await startDemo();
try {
  const browser = await launchBrowser();
  try {
    await takeScreenshots({ browser, demo, picture, folder });
  } finally {
    await browser.close();
  }
} finally {
  await demo.stop();
}
console.log(`The picture of the README is ${picture}; those of all pages are in ${folder}.`);
