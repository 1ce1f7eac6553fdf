import type { SessionStore, StoredData } from 'ng-session';
import { until } from './open-page';

type Method = 'read' | 'write' | 'destroy' | 'touch';

/** A store that answers when it is told to, as a slow one does. Several share what is kept. */
export class HeldStore implements SessionStore {
  /** What is held back, in the order in which it was asked for. */
  readonly held: { readonly method: Method; readonly answer: (error?: Error) => void }[] = [];
  readonly asked: Method[] = [];
  /** What is held back from now on. */
  holds: readonly Method[] = [];

  constructor(
    readonly kept = new Map<string, StoredData>(),
    readonly reach: 'browser' | 'tab' = 'browser',
  ) {}

  readonly read = (id: string) => this.#do('read', () => this.kept.get(id) ?? null);
  readonly write = (id: string, data: StoredData) =>
    this.#do('write', () => void this.kept.set(id, data));
  readonly destroy = (id: string) => this.#do('destroy', () => void this.kept.delete(id));
  readonly touch = () => this.#do('touch', () => undefined);

  /** Answers what is held back, or comes to be, and holds nothing any more. */
  release(): void {
    this.holds = [];
    for (const { answer } of this.held.splice(0)) answer();
  }

  /** Waits until this is held back. */
  async reached(method: Method): Promise<void> {
    await until(() => this.held.some((one) => one.method === method));
  }

  async #do<T>(method: Method, work: () => T): Promise<T> {
    this.asked.push(method);
    // A read answers with what is there when it was asked, a change takes place when it is answered.
    const early = method === 'read' ? { found: work() } : null;
    if (this.holds.includes(method)) {
      await new Promise<void>((resolve, reject) => {
        this.held.push({ method, answer: (error) => (error ? reject(error) : resolve()) });
      });
    }
    return early ? early.found : work();
  }
}
