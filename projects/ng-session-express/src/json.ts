/** A value that JSON can carry. */
export type JsonValue = string | number | boolean | null | JsonObject | readonly JsonValue[];

/** An object that JSON can carry. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}
