import { EventEmitter } from 'node:events';

/** What happens to sessions. An id is as good as a key: keep it out of logs. */
export interface SessionEvents {
  /** A listener has failed; it is logged. */
  error: [error: unknown];
  /** A session was stored for the first time. */
  'session:initiated': [{ readonly id: string }];
  /** Changes were stored. */
  'session:committed': [{ readonly id: string }];
  /** A session goes on under a new id, as with each sign-in. */
  'session:migrated': [{ readonly from: string; readonly to: string }];
}

/** Tells what happens to sessions; a listener that throws does not fail the request. */
export type SessionEventEmitter = EventEmitter<SessionEvents>;

export function createSessionEvents(log: (line: string) => void): SessionEventEmitter {
  // Rejections of async listeners come here too, rather than ending the process.
  const events = new EventEmitter<SessionEvents>({ captureRejections: true });
  events.on('error', (error) => {
    log(
      `A listener of session events failed: ${error instanceof Error ? error.name : typeof error}.`,
    );
  });
  const emit = events.emit.bind(events);
  events.emit = (name, ...event) => {
    try {
      return emit(name, ...event);
    } catch (error) {
      return emit('error', error);
    }
  };
  return events;
}
