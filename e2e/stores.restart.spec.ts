import { test } from 'node:test';

import { expectKept, openData, put, reloadData } from './pages/stores-data.ts';
import { STORES } from './pages/stores-list.ts';
import { expectStored, placeOf } from './pages/stores-raw.ts';
import { useDemo } from './support/use-demo.ts';
import { useProfiles } from './support/use-profiles.ts';

const app = useDemo();
const newProfile = useProfiles();

for (const { name, keepsOverReload, isShared } of STORES) {
  for (const clearWithBrowser of [false, true]) {
    const isKept = isShared && !clearWithBrowser;
    const setting = clearWithBrowser ? ', with clearWithBrowser,' : '';
    test(`${name}${setting} is ${isKept ? 'as it was' : 'empty'} after the browser was closed`, async () => {
      const address = `${app.demo.url}/data`;
      const open = (page: Parameters<typeof openData>[0]): Promise<void> =>
        openData(page, name, { clearWithBrowser }, address);
      const values = { cart: ['Tea'] };

      const profile = newProfile();
      const browser = await profile.start();
      const page = await browser.newPage();
      await open(page);
      await put(page, 'cart', ['Tea']);
      if (name !== 'memory') await expectStored(page, placeOf(name, app.demo.api.url), values);

      // Neither a reload nor one of two tabs that is closed is the end of the browser.
      await reloadData(page);
      await expectKept(page, keepsOverReload ? values : {});
      const other = await browser.newPage();
      await open(other);
      await expectKept(other, isShared ? values : {});
      await other.close();
      await reloadData(page);
      await expectKept(page, keepsOverReload ? values : {});

      const next = await (await profile.start()).newPage();
      await open(next);
      await expectKept(next, isKept ? values : {});
      // What was cleared stays so, and there is room for more.
      await put(next, 'more', 1);
      await expectKept(next, { ...(isKept && values), more: 1 });
    });
  }
}
