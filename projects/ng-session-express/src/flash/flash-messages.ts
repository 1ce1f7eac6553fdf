import type { Request } from 'express';

import { isPlainObject } from '../http/is-plain-object.ts';
import type { JsonObject } from '../json.ts';
import { changeStored } from '../lifecycle/change-stored.ts';

/** Gives a request the methods that keep messages. */
export function addFlashMethods(request: Request): void {
  request.flash = (first: string | Readonly<Record<string, unknown>>, value?: unknown) => {
    const added = typeof first === 'string' ? { [first]: value } : first;
    const kept = JSON.parse(JSON.stringify(added)) as JsonObject;
    request.session.flash = { ...request.session.flash, ...kept };
  };
  request.flashValidationErrors = (errors) => {
    request.flash({ errors });
  };
}

/** Returns the messages that wait, and forgets them: of two requests at once, one gets them. */
export async function takeFlash(request: Request): Promise<JsonObject | null> {
  if (request.session.flash === undefined) return null;
  let taken: unknown;
  await changeStored(request, ({ flash: messages, ...session }) => {
    taken = messages;
    return session;
  });
  delete request.session.flash;
  return isPlainObject(taken) ? (taken as JsonObject) : null;
}
