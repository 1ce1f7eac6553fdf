/** What is remembered of a session that was destroyed. */
export interface Tombstone {
  /** Milliseconds since 1970. */
  readonly endedAt: number;
  /** The id under which it goes on; `null` for none. */
  readonly successor: string | null;
}
