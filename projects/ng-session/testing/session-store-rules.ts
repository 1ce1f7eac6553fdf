import {
  type SessionStore,
  type SessionStoreSettings,
  type StoredData,
  ɵisEqual as isEqual,
} from 'ng-session';
import { firstValueFrom, timer } from 'rxjs';

/** What a store is made with, and how its time is moved on. */
export interface SessionStoreTrial {
  /** Opens the store, as another page on the same storage would each time. */
  open(settings: SessionStoreSettings): SessionStore | Promise<SessionStore>;
  /** Lets this many milliseconds pass for the store; without it, `age` is not tried. */
  readonly pass?: (milliseconds: number) => unknown;
}

/** Something that every store has to do. */
export interface SessionStoreRule {
  readonly name: string;
  /** Whether it can only be tried where time can pass. */
  readonly takesTime: boolean;
  /** Rejects where the store does not. */
  readonly hold: (trial: SessionStoreTrial) => Promise<void>;
}

const MINUTE = 60_000;

/** Whatever JSON can carry, and keys that a careless store might take for its own. */
const EVERYTHING: StoredData = {
  text: 'tea; "cup", 100% \\ \n ü 🍵',
  empty: '',
  numbers: [0, -1, 1.5, 1e21],
  yes: true,
  no: false,
  nothing: null,
  list: [[], [{}], [null]],
  'a.b': { 'c:d=e': [{ deep: { deeper: [1, { deepest: 'yes' }] } }] },
  $owner: 'x',
  until: 1,
  id: 'y',
};

/** What `ng-session` expects of every store. */
export const SESSION_STORE_RULES: readonly SessionStoreRule[] = [
  rule('finds nothing where nothing was written', async (store, id) => {
    equal(await store.read(id), null);
  }),
  rule('answers with what was written, of every type', async (store, id) => {
    await store.write(id, EVERYTHING);
    equal(await store.read(id), EVERYTHING);
  }),
  rule('replaces what was written before, and mixes nothing', async (store, id) => {
    await store.write(id, { a: { b: 1 }, old: 1 });
    await store.write(id, { a: { c: 2 } });
    equal(await store.read(id), { a: { c: 2 } });
  }),
  rule('forgets what is destroyed, and minds no second time', async (store, id) => {
    await store.write(id, { a: 1 });
    await store.destroy(id);
    equal(await store.read(id), null);
    await store.destroy(id);
    equal(await store.read(id), null);
  }),
  rule('writes again under an id that was destroyed', async (store, id) => {
    await store.write(id, { a: 1 });
    await store.destroy(id);
    await store.write(id, { b: 2 });
    equal(await store.read(id), { b: 2 });
  }),
  rule('keeps sessions apart, or keeps the last one only', async (store, id) => {
    const other = newId();
    await store.write(id, { mine: 1 });
    await store.write(other, { theirs: 2 });
    equal(await store.read(other), { theirs: 2 });
    if (store.id) equal(store.id(), other);
    else equal(await store.read(id), { mine: 1 });
    // As at a sign-in, after which the id of before ends.
    await store.destroy(id);
    equal(await store.read(other), { theirs: 2 });
    await store.destroy(other);
  }),
  rule('touches without a change, and makes nothing by it', async (store, id) => {
    await store.touch(id);
    equal(await store.read(id), null);
    await store.write(id, { a: 1 });
    await store.touch(id);
    equal(await store.read(id), { a: 1 });
  }),
  rule('is found again by those whom it reaches, and by no others', async (store, id, trial) => {
    await store.write(id, { a: 1 });
    const again = await trial.open(settings());
    equal(await again.read(id), store.reach === 'page' ? null : { a: 1 });
  }),
  rule('keeps sessions of another name apart', async (store, id, trial) => {
    if (store.reach === 'server') return;
    await store.write(id, { a: 1 });
    const other = await trial.open({ ...settings(), name: 'another-app' });
    equal(await other.read(id), null);
    await other.write(id, { b: 2 });
    equal(await store.read(id), { a: 1 });
    await other.destroy(id);
    equal(await store.read(id), { a: 1 });
  }),
  rule('tells those who watch nothing of what it does itself', async (store, id) => {
    let told = 0;
    const stop = store.watch?.(() => told++);
    await store.write(id, { a: 1 });
    await firstValueFrom(timer(0));
    stop?.();
    equal(told, 0);
  }),
  ageRule('ends a session after its age', async (store, id, pass) => {
    await store.write(id, { a: 1 });
    await pass(MINUTE - 1000);
    equal(await store.read(id), { a: 1 });
    await pass(2000);
    equal(await store.read(id), null);
  }),
  ageRule('begins the age anew with a touch', async (store, id, pass) => {
    await store.write(id, { a: 1 });
    await pass(MINUTE - 1000);
    await store.touch(id);
    await pass(MINUTE - 1000);
    equal(await store.read(id), { a: 1 });
  }),
  ageRule('begins the age anew with a write', async (store, id, pass) => {
    await store.write(id, { a: 1 });
    await pass(MINUTE - 1000);
    await store.write(id, { a: 2 });
    await pass(MINUTE - 1000);
    equal(await store.read(id), { a: 2 });
  }),
  ageRule('does not revive by a touch what is over', async (store, id, pass) => {
    await store.write(id, { a: 1 });
    await pass(MINUTE + 1000);
    await store.touch(id);
    equal(await store.read(id), null);
  }),
];

type Hold = (store: SessionStore, id: string, trial: SessionStoreTrial) => Promise<void>;

function rule(name: string, hold: Hold): SessionStoreRule {
  return {
    name,
    takesTime: false,
    hold: async (trial) => {
      const store = await trial.open(settings());
      // Not that of an earlier rule, in a store that holds one session only.
      const id = newId();
      const left = store.id?.() ?? null;
      if (left !== null) await store.destroy(left);
      await hold(store, id, trial);
      await store.destroy(id);
    },
  };
}

function ageRule(
  name: string,
  hold: (store: SessionStore, id: string, pass: (milliseconds: number) => unknown) => Promise<void>,
): SessionStoreRule {
  const held = rule(name, async (store, id, { pass }) => {
    if (!pass) throw new Error('Say how time passes: give `pass`.');
    await hold(store, id, pass);
  });
  return { ...held, takesTime: true };
}

function settings(): SessionStoreSettings {
  return { age: MINUTE, name: 'store-rules' };
}

function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36)).join(
    '',
  );
}

function equal(actual: unknown, expected: unknown): void {
  if (isEqual(actual, expected)) return;
  throw new Error(`Expected ${JSON.stringify(expected)}, but got ${JSON.stringify(actual)}.`);
}
