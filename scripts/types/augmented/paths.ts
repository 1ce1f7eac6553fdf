// What an app that has told its types may write. A line that is marked as an error has to be one.
import type { FlashMessages, SessionPath, SessionService } from 'ng-session';

declare module 'ng-session' {
  interface SessionUser {
    id: number;
    name: string;
    address?: { city: string };
  }

  interface SessionValues {
    theme: 'light' | 'dark';
    visits: number;
    big?: bigint;
    visitedAt: string;
    cart: { items: { name: string; count?: number }[]; total?: number };
    pair: [string, number];
    byId: Record<number, { name: string }>;
    byName: Record<string, number>;
    payment: { kind: 'card'; last4: string } | { kind: 'invoice'; company: string } | null;
    anything: unknown;
  }

  interface FlashValues {
    notification: { type: 'success' | 'error'; message: string };
  }
}

export function reads({ data }: SessionService, index: number, name: string, path: SessionPath) {
  return {
    key: data.get('theme') satisfies 'light' | 'dark' | undefined,
    withDefault: data.get('theme', 'light') satisfies 'light' | 'dark',
    otherDefault: data.get('theme', null) satisfies 'light' | 'dark' | null,
    deep: data.get('cart.items.0.name') satisfies string | undefined,
    optional: data.get('cart.items.0.count', 0) satisfies number,
    list: data.get('cart.items', []) satisfies { name: string }[],
    first: data.get('pair.0') satisfies string | undefined,
    second: data.get('pair.1') satisfies number | undefined,
    numbered: data.get('byId.17.name') satisfies string | undefined,
    named: data.get('byName.x') satisfies number | undefined,
    inOneOfSeveral: data.get('payment.last4') satisfies string | undefined,
    inAllOfSeveral: data.get('payment.kind') satisfies 'card' | 'invoice' | undefined,
    user: data.get('user')?.name satisfies string | undefined,
    ofUser: data.get('user.address.city') satisfies string | undefined,
    segments: data.get(['cart', 'items', 0, 'name']) satisfies string | undefined,
    segmentsByIndex: data.get(['cart', 'items', index, 'name']) satisfies string | undefined,
    byIndex: data.get(`cart.items.${index}.name`) satisfies string | undefined,
    byName: data.get(`byName.${name}`) satisfies number | undefined,
    unknown: data.get('anything.at.all') satisfies unknown,
    whenItRuns: [data.get(name), data.get([name]), data.get(path)] satisfies unknown[],
    signal: data.select('cart.items.0')()?.name satisfies string | undefined,
    pulled: data.pull('visits', 0) satisfies number,
    has: data.has(`cart.items.${index}`) satisfies boolean,
  };
}

export function writes(session: SessionService, name: string, path: SessionPath) {
  const { data } = session;
  data.put('theme', 'dark');
  data.put('visitedAt', new Date());
  data.put('cart.items.0', { name: 'Tea' });
  data.put(['cart', 'items', 0, 'count'], 1);
  data.put('payment', null);
  data.put('user', null);
  data.put('anything.at.all', 1);
  data.put(name, 1);
  data.put(path, 1);
  data.forget('cart.total');
  data.increment('visits');
  data.increment('cart.total', 2);
  data.increment('big');
  data.decrement('byName.x');
  data.increment(name);
  session.set('user.name', 'Ada');
  session.del('user.address');
}

export function wrongPaths(session: SessionService, name: string) {
  const { data } = session;
  // @ts-expect-error a key that is none
  data.get('crat');
  // @ts-expect-error a key that is none, with a default
  data.get('crat', 1);
  // @ts-expect-error a key that is none, on the way
  data.get('crat.items');
  // @ts-expect-error a property that is none
  data.get('cart.itmes');
  // @ts-expect-error past a text
  data.get('theme.x');
  // @ts-expect-error a list has indices only
  data.get('cart.items.first');
  // @ts-expect-error a list has indices only
  data.get('cart.items.length');
  // @ts-expect-error a pair has two items
  data.get('pair.2');
  // @ts-expect-error none of several has it
  data.get('payment.cvc');
  // @ts-expect-error a property that is none, of the user
  data.get('user.nmae');
  // @ts-expect-error a segment that is none
  data.get(['cart', 'itmes']);
  // @ts-expect-error a path without a segment
  data.get('');
  // @ts-expect-error a key that is none, before one that is known when it runs
  data.get(`crat.${name}`);
  // @ts-expect-error one of two keys is none
  for (const key of ['theme', 'vists'] as const) data.has(key);
  // @ts-expect-error a wrong path, for has()
  data.has('crat');
  // @ts-expect-error a wrong path, for put()
  data.put('crat', 1);
  // @ts-expect-error a wrong path, for forget()
  data.forget('cart.itmes');
  // @ts-expect-error a wrong path, for pull()
  data.pull('crat');
  // @ts-expect-error a wrong path, for select()
  data.select('cart.itmes');
  // @ts-expect-error a wrong path, for increment()
  data.increment('vists');
  // @ts-expect-error a wrong path, for get()
  session.get('crat');
  // @ts-expect-error a wrong path, for set()
  session.set('crat', 1);
  // @ts-expect-error a wrong path, for del()
  session.del('cart.itmes');
}

export function wrongValues(session: SessionService) {
  const { data } = session;
  // @ts-expect-error another text
  data.put('theme', 'blue');
  // @ts-expect-error a number for a text
  data.put('cart.items.0.name', 1);
  // @ts-expect-error a property that is missing
  data.put('cart.items.0', { count: 1 });
  // @ts-expect-error `undefined` is no value
  data.put('cart.total', undefined);
  // @ts-expect-error a Date is kept as a text, which is none of these
  data.put('theme', new Date());
  // @ts-expect-error a number for a text, by segments
  data.put(['cart', 'items', 0, 'name'], 1);
  // @ts-expect-error a number for a text of the user
  session.set('user.name', 1);
  // @ts-expect-error a text is no number
  data.increment('theme');
  // @ts-expect-error a cart is no number
  data.decrement('cart');
  // @ts-expect-error the type of what is read
  data.get('cart.items.0.name') satisfies number | undefined;
}

export function messages(flash: FlashMessages) {
  flash.get('notification')?.message satisfies string | undefined;
  flash.get('notification.type') satisfies 'success' | 'error' | undefined;
  flash.get('other') satisfies unknown;
  flash.old('title', '') satisfies string;
  flash.errors('title') satisfies readonly string[];
  // @ts-expect-error the type that the app has given
  flash.get('notification') satisfies string | undefined;
}
