/** Everything the API can be told from outside; `readConfig` makes one from the environment. */
export interface Config {
  readonly production: boolean;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Exact origins of the apps that may use the API. */
  readonly origins: readonly string[];
  /** A path, or `:memory:`. */
  readonly databaseFile: string;
  /** Where sessions are kept. */
  readonly sessionDriver: string;
  readonly redisUrl: string;
  /** The first one signs, all of them verify; in development there may be none. */
  readonly sessionSecrets: readonly string[];
  /** Milliseconds without a request after which a session ends. */
  readonly sessionAge: number;
  readonly tokens: TokenSettings;
  /** Express's `trust proxy`, without its `true`. */
  readonly trustProxy: false | number | readonly string[];
  readonly signInLimits: SignInLimits;
  /** How many sessions one address may begin within an hour without a sign-in. */
  readonly newSessionsPerAddress: number;
}

/** How long tokens last, in milliseconds. */
export interface TokenSettings {
  /** Of an access token, which nobody can call back. */
  readonly age: number;
  /** Of all refresh tokens of one sign-in, from the sign-in on. */
  readonly refreshAge: number;
  /** For how long a refresh token that was replaced gets the same one again. */
  readonly refreshGrace: number;
}

/** How many sign-ins may fail before the next ones are refused. */
export interface SignInLimits {
  /** Milliseconds. */
  readonly window: number;
  readonly perAddress: number;
  readonly perAccount: number;
}
