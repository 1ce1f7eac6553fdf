/** The session of this page, whose values are one frozen object that each change replaces. */
export interface PageSession {
  readValues(): object;
  writeValues(values: object): void;
  /** The id, made when it is first asked for. */
  readId(): string;
  /** Takes another id; `null` for one that is made when it is next asked for. */
  writeId(id: string | null): void;
  /** A mark of who is here; `null` for nobody, `undefined` while that is not known. */
  owner(): string | null | undefined;
}
