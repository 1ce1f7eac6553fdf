/** What `ng add ng-session` is given; see `schema.json`. */
export interface NgAddOptions {
  readonly project?: string;
  readonly baseUrl?: string;
  readonly cache?: string;
  readonly signInPage?: boolean;
  readonly proxy?: string;
}
