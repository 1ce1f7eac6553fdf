import { once } from 'node:events';
import { createServer } from 'node:net';

/** `localhost` is either of the first two; a server on all interfaces shows at the third. */
const HOSTS = ['127.0.0.1', '::1', undefined];

/** Whether a server could listen on this port of `localhost`. */
export async function isPortFree(port: number): Promise<boolean> {
  for (const host of HOSTS) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

async function canListen(port: number, host: string | undefined): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
    return true;
  } catch (error) {
    // A machine without IPv6 has nobody on it either.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(code);
  }
}
