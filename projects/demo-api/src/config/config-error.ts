/** A setting that the API refuses to start with; the message names the variable and how to mend it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
