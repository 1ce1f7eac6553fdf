import express, { type Express } from 'express';
import type { NgSession } from 'ng-session-express';

/** One origin for the app and its API. */
export function serveApp(app: Express, session: NgSession, folder: string): void {
  // #region static
  app.get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.use(express.static(folder));
  app.get(/^(?!\/api\/)/, (_request, response) => {
    response.sendFile('index.html', { root: folder });
  });
  app.use(session);
  // #endregion static
}
