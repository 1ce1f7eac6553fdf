import { buildPage } from './build-page.ts';
import { isMet } from './goals.ts';
import { measurePuts } from './measure-puts.ts';
import { measureTabs } from './measure-tabs.ts';
import { openBrowser } from './open-browser.ts';
import { report } from './report.ts';

// node bench/main.ts: what gates of ng-session cost, next to gates written by hand, in one browser; and
// what a change of session data costs in a large cart, next to a small one.
// These are figures and no test: each differs from run to run, and from machine to machine.
await buildPage();
const browser = await openBrowser();
try {
  const goal = { what: 'put', unit: 'ns', atMost: 2 };
  for (const shape of ['list', 'object'] as const) {
    const { small, ratio } = await measurePuts(browser, shape);
    const verdict = isMet(goal, ratio) ? 'met' : 'NOT MET';
    console.log(
      `put into a cart, kept as a${shape === 'list' ? ' list' : 'n object'}: ${small.toFixed(0)} ns ` +
        `among 100 entries, ${ratio.toFixed(2)} of that among 10,000 (goal ≤ 2): ${verdict}`,
    );
  }
  const library = await measureTabs(browser, 'library', 3);
  // The other one is there to compare with; nothing depends on its last digit.
  const peer = await measureTabs(browser, 'peer', 1);
  console.log(`\n${report(library, peer)}\n`);
  console.log('By hand: what it took. The others: how many times that; hasRole: how much as fast.');
  console.log('Growth: what a gate costs among 50,000 for each that it costs among 1,000, by all.');
} finally {
  await browser.close();
}
