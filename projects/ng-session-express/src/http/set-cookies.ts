import type { Response } from 'express';

/** Returns the cookies that an answer brings, as its lines say so. */
export function setCookies(response: Response): readonly string[] {
  return [response.getHeader('Set-Cookie') ?? []].flat().map(String);
}
