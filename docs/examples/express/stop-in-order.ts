import type { Server } from 'node:http';

import type { NgSession } from 'ng-session-express';

const GRACE = 10_000;

export function stopInOrder(server: Server, session: NgSession): void {
  // #region stop
  process.once('SIGTERM', () => {
    // Nothing new comes in; what is under way ends first, and then its store.
    server.close(() => void session.close());
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
  });
  // #endregion stop
}
