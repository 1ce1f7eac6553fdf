import { stores } from '../stores/stores.ts';
import { openTestStore } from './open-test-store.ts';
import type { Answer, Call } from './process-store.ts';

const [, , file = ''] = process.argv;
const store = openTestStore(stores.sqlite({ file }));

process.on('message', ({ call, method, args }: Call) => {
  const run = store[method] as (...args: readonly unknown[]) => Promise<unknown>;
  const send = (answer: Answer): void => void process.send?.(answer);
  run(...args).then(
    (result) => send({ call, result }),
    (error: unknown) => send({ call, error: String(error) }),
  );
});
