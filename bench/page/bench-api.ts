/** Who is measured: gates written by hand, which are the limit, the library, and another library. */
export type ContenderName = 'limit' | 'library' | 'peer';

/** Where the gates stand: each in an element of its own, or all in one. */
export type Layout = 'rows' | 'siblings';

/** What happens to gates, in the order in which it can. */
export type Phase = 'mount' | 'again' | 'renamed' | 'lost' | 'gained' | 'destroy';

/** How a cart keeps its entries: one after another, or each under a key. */
export type CartShape = 'list' | 'object';

/** What the page offers to whoever measures it. */
export interface BenchApi {
  /** Lets this happen to so many gates; resolves with how many times it did. */
  run(phase: Phase, name: ContenderName, layout: Layout, count: number): Promise<number>;
  /** Throws unless the gates show what they should after that. */
  check(phase: Phase, count: number): void;
  /** Asks for a role so many times, of a user with a thousand or of a `Set` alone. */
  lookUp(name: ContenderName | 'set', count: number): void;
  /** Changes so many entries of a cart of this size in the session data. */
  put(shape: CartShape, size: number, count: number): void;
}

declare global {
  var bench: BenchApi;
}
