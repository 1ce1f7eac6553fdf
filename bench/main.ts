import { buildPage } from './build-page.ts';
import { measureTabs } from './measure-tabs.ts';
import { openBrowser } from './open-browser.ts';
import { report } from './report.ts';

// node bench/main.ts: what gates of ng-session cost, next to gates written by hand, in one browser.
// These are figures and no test: each differs from run to run, and from machine to machine.
await buildPage();
const browser = await openBrowser();
try {
  const library = await measureTabs(browser, 'library', 3);
  // The other one is there to compare with; nothing depends on its last digit.
  const peer = await measureTabs(browser, 'peer', 1);
  console.log(`\n${report(library, peer)}\n`);
  console.log('By hand: what it took. The others: how many times that; hasRole: how much as fast.');
  console.log('Growth: what a gate costs among 50,000 for each that it costs among 1,000, by all.');
} finally {
  await browser.close();
}
