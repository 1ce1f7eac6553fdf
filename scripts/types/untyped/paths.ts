// What an app that has told no types may write: everything, and what it reads is unknown.
import type { FlashMessages, SessionPath, SessionService } from 'ng-session';

export function untyped(session: SessionService, path: SessionPath) {
  const { data } = session;
  data.put('cart.items.0', { name: 'Tea' });
  data.put(['cart', 'items', 1], 7);
  data.put('user', { id: 1 });
  data.put(path, new Date());
  data.increment('visits', 2);
  data.forget('cart');
  session.set('user.name', 'Ada');
  session.del('user');
  return [
    data.has('cart'),
    data.get('visits', 0),
    data.pull('cart.items'),
    data.select('user.name')(),
    session.get('user.name'),
  ];
}

export function unknowns({ data }: SessionService, flash: FlashMessages) {
  // @ts-expect-error nobody knows that it is a number
  data.get('visits') satisfies number | undefined;
  // @ts-expect-error nobody knows that it is a text
  data.get('user.name') satisfies string | undefined;
  // @ts-expect-error nobody knows that it is a text
  flash.get('notification') satisfies string | undefined;
  // @ts-expect-error a path is a text or a list
  data.get(7);
}
