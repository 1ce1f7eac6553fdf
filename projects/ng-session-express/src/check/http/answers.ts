import { isPlainObject } from '../../is-plain-object.ts';
import type { HttpAnswer } from './send.ts';

/** Whether an answer shows somebody. */
export function isUser(answer: HttpAnswer): boolean {
  return isSuccess(answer) && isPlainObject(jsonOf(answer));
}

export function isSuccess({ status }: HttpAnswer): boolean {
  return status >= 200 && status < 300;
}

/** Whether a change was made, as the routes say it: 204, or 200. */
export function isDone({ status }: HttpAnswer): boolean {
  return status === 204 || status === 200;
}

/** Whether a request was refused for what it is: neither done, nor broken, nor led elsewhere. */
export function isRefused({ status }: HttpAnswer): boolean {
  return status >= 400 && status < 500;
}

/** How an answer is told. Its body and its headers are not: they may hold secrets. */
export function told({ request, status }: HttpAnswer): string {
  return `${request} answered ${status}`;
}

/** The body as JSON; undefined where it is none. */
export function jsonOf({ text }: HttpAnswer): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
