import type { Request, RequestHandler } from 'express';

import type { FieldErrors } from '../http/invalid-input.ts';
import { isPlainObject } from '../is-plain-object.ts';
import type { JsonObject } from '../json.ts';
import { changeStored } from '../lifecycle/change-stored.ts';

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
