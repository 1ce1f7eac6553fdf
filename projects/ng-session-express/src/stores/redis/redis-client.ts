/** What is used of a client of the package `redis`. It is described here, so that nobody has to install it. */
export interface RedisClient {
  readonly isReady: boolean;
  sendCommand(args: readonly string[]): Promise<unknown>;
}

/** What is used of a cluster of the package `redis`: the key decides which server is asked. */
export interface RedisCluster {
  readonly masters: readonly unknown[];
  sendCommand(key: string, isReadonly: boolean, args: string[]): Promise<unknown>;
}

/** Sends a command to where its key is. */
export function sendTo(
  client: RedisClient | RedisCluster,
  key: string,
  args: readonly string[],
): Promise<unknown> {
  return 'masters' in client ? client.sendCommand(key, false, [...args]) : client.sendCommand(args);
}
