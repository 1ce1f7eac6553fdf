import { frozenCopy } from './frozen-copy';
import { invalidPath, isIndex } from './session-path';

declare const ngDevMode: boolean | undefined;

type Keyed = Record<string, unknown>;

/** How far past its end an array may be written, so that a stray index can not take the memory. */
const MAX_GAP = 1000;

/**
 * Values under paths. A change costs the length of its path, however much there is beside it: a list
 * or an object that is changed becomes a draft, which is written in place from then on, and is copied
 * when it is read for the first time after a change. What is read is never written again.
 */
export class ValueTree {
  /** The drafts, with what was last read of each; `null` after a change. */
  readonly #drafts = new WeakMap<object, object | null>();
  #root: unknown;

  /** @param root frozen, or left alone from then on. */
  constructor(root: object) {
    this.#root = root;
  }

  /** The value at the path, frozen if it was ever changed; the fallback where nothing exists. */
  find(segments: readonly string[], fallback?: unknown): unknown {
    let node = this.#root;
    for (const segment of segments) {
      if (!owns(node, segment)) return fallback;
      node = node[segment];
    }
    return this.#read(node);
  }

  /**
   * Writes the value at the path, making what is missing on the way; `undefined` removes what is there.
   * @throws SessionError `invalid-path` where a segment leads through a value that holds no keys, or
   * far past the end of a list; nothing was changed then.
   */
  write(segments: readonly string[], value: unknown): void {
    this.#root = this.#written(this.#root, segments, value);
  }

  #written(node: unknown, segments: readonly string[], value: unknown): unknown {
    const [segment, ...rest] = segments;
    if (segment === undefined) return value;
    if (!isContainer(node) && (node ?? null) !== null) {
      throw invalidPath([segment], ngDevMode && `leads into a ${typeof node}, which holds no keys`);
    }
    const isList = isContainer(node) ? Array.isArray(node) : isIndex(segment);
    // A draft already, or a copy that becomes one.
    const draft = (
      this.#drafts.has(node as object) ? node : Object.assign(isList ? [] : {}, node)
    ) as Keyed & unknown[];
    if (isList && (!isIndex(segment) || +segment > draft.length + MAX_GAP)) {
      throw invalidPath(segments, ngDevMode && `is no index of a list of ${String(draft.length)}`);
    }
    // First what may throw, which has not reached the tree by then.
    const part = this.#written(draft[segment], rest, value);
    if (part === undefined) {
      if (isList) draft.splice(+segment, 1);
      else Reflect.deleteProperty(draft, segment);
    } else {
      // No holes: JSON has none, so a store would answer with something else than was put.
      while (isList && draft.length < +segment) draft.push(null);
      draft[segment] = part;
    }
    this.#drafts.set(draft, null);
    return draft;
  }

  #read(node: unknown): unknown {
    const last = this.#drafts.get(node as object);
    if (last === undefined) return node;
    if (last) return last;
    const copy = frozenCopy(node as object, (part) => this.#read(part));
    this.#drafts.set(node as object, copy);
    return copy;
  }
}

/** Whether the segment leads on: an own key of an object, or an index of a list, but not its `length`. */
function owns(node: unknown, segment: string): node is Keyed {
  return (
    isContainer(node) && Object.hasOwn(node, segment) && (!Array.isArray(node) || isIndex(segment))
  );
}

function isContainer(node: unknown): node is Keyed {
  return typeof node === 'object' && node !== null;
}
