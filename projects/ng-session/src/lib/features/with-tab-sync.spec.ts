import type { NgSessionFeature } from 'ng-session';
import { withTabSync } from 'ng-session';
import { type Page, closePages, openPage, until } from '../../../spec/open-page';
import { ADA, SIGN_OUT_URL, UMA, UPDATE_URL, failWith, disconnect } from '../../../spec/set-up';

/** What the tabs of a spec have told each other. */
class Messages {
  readonly told: unknown[] = [];
  readonly #channel = new BroadcastChannel('ng-session:tabs');

  constructor() {
    this.#channel.onmessage = ({ data }) => this.told.push(data);
  }

  close(): void {
    this.#channel.close();
  }
}

/** Time enough for a message to arrive everywhere, and for an echo of it. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 100));

describe('withTabSync', () => {
  let messages: Messages;

  beforeEach(() => {
    messages = new Messages();
  });
  afterEach(() => {
    messages.close();
    closePages();
    localStorage.clear();
  });

  const open = (feature: NgSessionFeature = withTabSync()) => openPage({ features: [feature] });
  const openAll = async (count: number): Promise<Page[]> => {
    const pages: Page[] = [];
    for (let n = 0; n < count; n++) pages.push(await open());
    for (const page of pages) await page.become(ADA);
    for (const { events } of pages) events.length = 0;
    return pages;
  };
  const reads = (page: Page) => page.server.match({ method: 'GET', url: UPDATE_URL });
  /** Answers the next read of a page, when it comes. */
  const answer = async (page: Page, status: number, user: object | null = null) => {
    let found = reads(page);
    await until(() => (found.length ? true : ((found = reads(page)), false)));
    expect(found.length).toBe(1);
    if (status === 200) found[0]!.flush(user);
    else failWith(found[0]!, status);
  };
  const eventsOf = (page: Page) => page.events.map(({ type, source }) => [type, source]);

  it('has each of 20 tabs fetch once after a sign-out, by one message without data, then silence', async () => {
    const [first, ...others] = await openAll(20);
    await first!.signOut();
    for (const page of others) await answer(page, 401);
    await quiet();
    expect(messages.told).toEqual([null]);
    for (const page of [first!, ...others]) {
      expect(page.session.user()).toBeNull();
      expect(reads(page)).toEqual([]);
    }
    for (const page of others) expect(eventsOf(page)).toEqual([['unauthorized', 'tab']]);
  });

  it('shows a sign-in everywhere, with no message of another tab', async () => {
    const [first, second] = [await open(), await open()];
    await first.become(null);
    await second.become(null);
    await first.signIn(ADA);
    await answer(second, 200, ADA);
    await until(() => second.session.user() !== null);
    await quiet();
    expect(messages.told).toEqual([null]);
    expect(eventsOf(second)).toEqual([['signedIn', 'tab']]);
    expect(reads(first)).toEqual([]);
  });

  it('shows somebody else everywhere, without the data of the one before', async () => {
    const [first, second] = await openAll(2);
    second!.put('cart', 1);
    await first!.signIn(UMA);
    await answer(second!, 200, UMA);
    await until(() => second!.session.user('name') === 'Uma');
    expect(second!.data.isEmpty()).toBeTrue();
    expect(eventsOf(second!)).toEqual([['identityChanged', 'tab']]);
    await quiet();
    expect(messages.told.length).toBe(1);
  });

  it('tells of a sign-out when the server knows of it, and not before', async () => {
    const [first, second] = await openAll(2);
    const signedOut = first!.session.signOut();
    await quiet();
    expect(messages.told).toEqual([]);
    expect(reads(second!)).toEqual([]);
    first!.server.expectOne(SIGN_OUT_URL).flush(null);
    await signedOut;
    await until(() => messages.told.length > 0);
  });

  it('tells of a sign-out that the server did not hear of, and once more when it has', async () => {
    const [first, second] = await openAll(2);
    const signedOut = first!.session.signOut().catch(() => undefined);
    disconnect(first!.server.expectOne(SIGN_OUT_URL));
    await signedOut;
    await answer(second!, 200, ADA);
    await quiet();
    expect(messages.told.length).toBe(1);
    const updated = first!.session.update().catch(() => undefined);
    first!.server.expectOne(SIGN_OUT_URL).flush(null);
    await answer(first!, 401);
    await updated;
    await answer(second!, 401);
    await until(() => second!.session.user() === null);
    await quiet();
    expect(messages.told.length).toBe(2);
  });

  it('tells of a session that the server has ended', async () => {
    const [first, second] = await openAll(2);
    const updated = first!.session.update().catch(() => undefined);
    await answer(first!, 401);
    await updated;
    await answer(second!, 401);
    await until(() => second!.session.user() === null);
    await quiet();
    expect(messages.told.length).toBe(1);
  });

  it('tells nothing of a page load, nor of an answer that changes nobody', async () => {
    const [first] = await openAll(2);
    await first!.become({ ...ADA, name: 'Ada Lovelace' });
    await quiet();
    expect(messages.told).toEqual([]);
  });

  it('asks anew where a read is under way, which may have been answered before', async () => {
    const [first, second] = await openAll(2);
    const running = second!.session.update();
    const [early] = reads(second!);
    await first!.signOut();
    await quiet();
    expect(reads(second!)).toEqual([]);
    early!.flush(ADA);
    await running;
    await answer(second!, 401);
    await until(() => second!.session.user() === null);
    await quiet();
    expect(reads(second!)).toEqual([]);
  });

  it('asks once more for all that is told meanwhile', async () => {
    const [page] = await openAll(1);
    const other = new BroadcastChannel('ng-session:tabs');
    other.postMessage(null);
    await quiet();
    const [read] = reads(page!);
    for (let n = 0; n < 10; n++) other.postMessage(null);
    await until(() => messages.told.length === 11);
    await quiet();
    expect(reads(page!)).toEqual([]);
    read!.flush(ADA);
    await answer(page!, 200, ADA);
    await quiet();
    expect(reads(page!)).toEqual([]);
    other.close();
  });

  it('keeps the user where the server can not be asked', async () => {
    const [first, second] = await openAll(2);
    await first!.signOut();
    await answer(second!, 503);
    await until(() => second!.session.stale());
    expect(second!.session.user()).toEqual(ADA);
  });

  it('leaves the tabs of another app alone', async () => {
    const first = await open();
    const second = await open(withTabSync({ name: 'another' }));
    await first.become(ADA);
    await second.become(ADA);
    await first.signOut();
    await quiet();
    expect(reads(second)).toEqual([]);
  });

  it('ends with the application', async () => {
    const [first, second] = await openAll(2);
    const close = spyOn(BroadcastChannel.prototype, 'close').and.callThrough();
    second!.close();
    expect(close).toHaveBeenCalledTimes(1);
    await first!.signOut();
    await quiet();
    expect(second!.session.user()).toEqual(ADA);
    first!.close();
  });

  describe('in a browser without channels', () => {
    const channel = Object.getOwnPropertyDescriptor(window, 'BroadcastChannel')!;

    beforeEach(() => {
      Reflect.deleteProperty(window, 'BroadcastChannel');
    });
    afterEach(() => {
      Object.defineProperty(window, 'BroadcastChannel', channel);
    });

    it('tells by the storage, in which nothing stays', async () => {
      const [first] = await openAll(1);
      const write = spyOn(Storage.prototype, 'setItem').and.callThrough();
      await first!.signOut();
      expect(write.calls.allArgs().map(([key]) => key)).toEqual(['ng-session:tabs']);
      expect(localStorage.length).toBe(0);
    });

    it('hears by the storage', async () => {
      const [page] = await openAll(1);
      const change = (key: string, newValue: string | null) =>
        window.dispatchEvent(new StorageEvent('storage', { key, newValue }));
      change('another', 'x');
      // The end of the same message.
      change('ng-session:tabs', null);
      await quiet();
      expect(reads(page!)).toEqual([]);
      change('ng-session:tabs', 'x');
      await answer(page!, 401);
      await until(() => page!.session.user() === null);
    });

    it('works on where the storage is blocked too', async () => {
      const [first] = await openAll(1);
      spyOn(Storage.prototype, 'setItem').and.throwError('blocked');
      await first!.signOut();
      expect(first!.session.user()).toBeNull();
    });
  });
});
