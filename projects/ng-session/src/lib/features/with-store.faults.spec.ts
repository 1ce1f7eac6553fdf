import { type StoreOptions, withStore } from 'ng-session';
import { FAULTY_STORES, dataServer, emptyStores, mendStores } from '../../../spec/faulty-stores';
import { type Page, closePages, openPage, rest, until } from '../../../spec/open-page';
import { clearBrowser } from '../../../spec/shared-browser';

const FOREIGN = 'foreign-to-ng-session';

describe('A store never breaks the app', () => {
  beforeEach(() => {
    localStorage.setItem(FOREIGN, 'local');
    localStorage.setItem('ng-session-of-another-app', 'local');
    sessionStorage.setItem(FOREIGN, 'session');
    document.cookie = `${FOREIGN}=cookie; Path=/`;
  });
  afterEach(async () => {
    closePages();
    mendStores();
    emptyStores();
    await clearBrowser();
  });

  for (const { name, make, faults, plant, corrupt, raw, clear } of FAULTY_STORES) {
    const open = (options?: StoreOptions): Promise<Page> =>
      openPage({
        features: [withStore(make(), options)],
        interceptors: [dataServer.interceptor],
      });
    const failures = (page: Page): number =>
      page.told().filter((type) => type === 'storeFailed').length;
    /** Puts values until the store has had every chance to fail again. */
    const insist = async (page: Page): Promise<void> => {
      for (const n of [1, 2, 3]) {
        page.put('kept', n);
        await rest();
      }
      await until(() => failures(page) > 0);
      expect(page.get('kept')).toBe(3);
      expect(failures(page)).toBe(1);
    };
    const expectForeignUntouched = (): void => {
      expect(localStorage.getItem(FOREIGN)).toBe('local');
      expect(localStorage.getItem('ng-session-of-another-app')).toBe('local');
      expect(sessionStorage.getItem(FOREIGN)).toBe('session');
      expect(document.cookie).toContain(`${FOREIGN}=cookie`);
    };

    describe(`${name}:`, () => {
      for (const [fault, provoke] of Object.entries(faults)) {
        for (const moment of ['before the app starts', 'while it runs']) {
          it(`${fault}, ${moment}`, async () => {
            const first = await open();
            first.put('before', 1);
            await first.stored();
            await rest();
            const early = moment.startsWith('before');
            if (early) first.close();
            provoke();
            const page = early ? await open() : first;
            await insist(page);
            expect(page.session.error()?.code).toBe('store');
            expect(page.data.hasBeenModified()).toBeTrue();

            mendStores();
            window.dispatchEvent(new Event('online'));
            await page.stored();
            expect(page.session.error()).toBeNull();
            expect(page.get('before')).toBe(1);
            expectForeignUntouched();
            closePages();
            const again = await open();
            await until(() => !again.data.isEmpty());
            expect(again.data.all()).toEqual({ before: 1, kept: 3 });
          });
        }
      }

      it('what is stored is corrupt', async () => {
        await corrupt();
        const page = await open();
        await insist(page);
        await page.stored();
        expect(page.session.error()).toBeNull();
        expectForeignUntouched();
        closePages();
        const again = await open();
        await until(() => !again.data.isEmpty());
        expect(again.data.all()).toEqual({ kept: 3 });
      });

      it('what is stored is of a later version, which it leaves as it is', async () => {
        await plant({ a: 1, $version: 3 });
        const before = await raw();
        const page = await open({ version: 2 });
        await insist(page);
        expect(page.session.error()?.message).toContain('version 3');
        expect(await raw()).toBe(before);
        closePages();
        const again = await open({ version: 3 });
        await until(() => !again.data.isEmpty());
        expect(again.data.all()).toEqual({ a: 1 });
      });

      it('what is stored is of an earlier version that nothing brings on', async () => {
        await plant({ old: 1 });
        const page = await open({ version: 1 });
        await insist(page);
        await page.stored();
        expect(page.data.all()).toEqual({ kept: 3 });
        expect(await raw()).toContain('"$version":1');
      });

      it('what is stored is brought on by the app', async () => {
        await plant({ old: 1, $version: 1 });
        const page = await open({
          version: 2,
          migrate: ({ old }, from) => ({ renamed: old, from }),
        });
        await until(() => !page.data.isEmpty());
        expect(page.data.all()).toEqual({ renamed: 1, from: 1 });
        page.put('more', true);
        await page.stored();
        expect(failures(page)).toBe(0);
        closePages();
        const again = await open({ version: 2 });
        await until(() => !again.data.isEmpty());
        expect(again.data.all()).toEqual({ renamed: 1, from: 1, more: true });
      });

      it('the app fails to bring it on, and may mend that', async () => {
        await plant({ old: 1 });
        const before = await raw();
        const page = await open({
          version: 1,
          migrate: () => {
            throw new Error('a mistake of the app');
          },
        });
        await insist(page);
        expect((page.session.error()?.cause as Error).message).toBe('a mistake of the app');
        expect(await raw()).toBe(before);
      });

      it('another tab clears it', async () => {
        const page = await open();
        page.put('before', 1);
        await page.stored();
        await rest();
        await clear();
        page.put('after', 1);
        await page.stored();
        expect(page.data.all()).toEqual({ after: 1 });
        expect(failures(page)).toBe(0);
        closePages();
        const again = await open();
        await until(() => !again.data.isEmpty());
        expect(again.data.all()).toEqual({ after: 1 });
      });
    });
  }

  it('a store that can not even be made', async () => {
    const page = await openPage({
      features: [
        withStore(() => {
          throw new Error('no database here');
        }),
      ],
    });
    page.put('a', 1);
    await until(() => page.session.error() !== null);
    expect((page.session.error()?.cause as Error).message).toBe('no database here');
    expect(page.get('a')).toBe(1);
  });
});
