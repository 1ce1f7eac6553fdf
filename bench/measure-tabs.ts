import type { FigureName } from './goals.ts';
import { measureTab } from './measure-tab.ts';
import type { Figures } from './measure-tab.ts';
import { median } from './median.ts';
import type { BenchBrowser, Rival } from './open-browser.ts';

/**
 * Measures everything in several pages, one after another, and returns the medians.
 *
 * What the browser compiles, and when, is settled early in the life of a page and differs from page
 * to page; more rounds in the same one would not even that out.
 */
export async function measureTabs(
  browser: BenchBrowser,
  rival: Rival,
  count: number,
): Promise<Figures> {
  const all: Figures[] = [];
  while (all.length < count) {
    const tab = await browser.openTab(rival);
    all.push(await measureTab(tab));
    await tab.page.context().close();
  }
  const names = Object.keys(all[0] ?? {}) as FigureName[];
  const medians = names.map((name) => [
    name,
    {
      limit: median(all.map((figures) => figures[name].limit)),
      ratio: median(all.map((figures) => figures[name].ratio)),
    },
  ]);
  return Object.fromEntries(medians) as Figures;
}
