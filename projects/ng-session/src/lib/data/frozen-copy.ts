type Keyed = Readonly<Record<string, unknown>>;

/** A frozen list or object with each part changed. As JSON does, it leaves out what is `undefined`. */
export function frozenCopy(container: object, change: (part: unknown) => unknown): object {
  return Object.freeze(
    Array.isArray(container)
      ? Array.from(container, (item: unknown) => change(item ?? null))
      : Object.fromEntries(
          Object.entries(container as Keyed)
            .filter(([, part]) => part !== undefined)
            .map(([key, part]) => [key, change(part)]),
        ),
  );
}
