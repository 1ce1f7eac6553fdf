/** A browser that can be started, and what it has to be started with. */
export interface Browser {
  readonly path: string;
  readonly args: readonly string[];
  /** Variables that the browser's process needs besides those of the current one. */
  readonly env: Readonly<Record<string, string>>;
}
