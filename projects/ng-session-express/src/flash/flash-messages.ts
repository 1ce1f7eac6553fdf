import type { Request, RequestHandler } from 'express';

import type { FieldErrors } from '../http/invalid-input.ts';
import { isPlainObject } from '../is-plain-object.ts';
import type { JsonObject } from '../json.ts';
import { changeStored } from '../lifecycle/change-stored.ts';
import { isReadOnly } from '../lifecycle/is-read-only.ts';

/** Gives a request the methods that keep messages. */
export const addFlashMethods: RequestHandler = (request, _response, next) => {
  request.flash = flash;
  request.flashValidationErrors = flashValidationErrors;
  next();
};

function flash(
  this: Request,
  first: string | Readonly<Record<string, unknown>>,
  value?: unknown,
): void {
  const added = typeof first === 'string' ? { [first]: value } : first;
  const kept = JSON.parse(JSON.stringify(added)) as JsonObject;
  this.session.flash = { ...this.session.flash, ...kept };
}

function flashValidationErrors(this: Request, errors: FieldErrors): void {
  this.flash({ errors });
}

/**
 * Returns the messages that wait, and forgets them: of two requests at once, one gets them. They stay for the
 * next one where nobody would read them, or where nothing may be changed.
 */
export async function takeFlash(request: Request): Promise<JsonObject | null> {
  if (request.session.flash === undefined || !canTake(request)) return null;
  let taken: unknown;
  await changeStored(request, ({ flash: messages, ...session }) => {
    taken = messages;
    return session;
  });
  delete request.session.flash;
  return isPlainObject(taken) ? (taken as JsonObject) : null;
}

/** Whether messages reach the app. A HEAD has no body; a link of any site can navigate here, and no app does. */
function canTake(request: Request): boolean {
  const isOfApp = request.method === 'GET' && request.get('sec-fetch-mode') !== 'navigate';
  return isOfApp && !isReadOnly(request);
}
