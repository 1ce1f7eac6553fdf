import { InvalidInput } from 'ng-session-express';
import { isPlainObject } from '../http/is-plain-object.ts';

export interface NewArticle {
  readonly title: string;
  readonly body: string;
}

const MAX_TITLE = 80;
const MIN_BODY = 20;
const MAX_BODY = 2000;

/** Checks the body of a new article; throws `InvalidInput` with all that is wrong with it. */
export function parseArticle(input: unknown): NewArticle {
  const fields = isPlainObject(input) ? input : {};
  const title = textOf(fields['title']);
  const body = textOf(fields['body']);
  const found = Object.entries({ title: titleErrors(title), body: bodyErrors(body) });
  const errors = Object.fromEntries(found.filter(([, messages]) => messages.length > 0));
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
  return { title, body };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function titleErrors(title: string): readonly string[] {
  if (title === '') return ['This is required.'];
  return [
    ...(title.length > MAX_TITLE ? [`Use up to ${MAX_TITLE} characters.`] : []),
    ...(/\p{Cc}/u.test(title) ? ['Use one line of text.'] : []),
    ...(title === title.toUpperCase() && title !== title.toLowerCase()
      ? ['Use small letters too.']
      : []),
  ];
}

function bodyErrors(body: string): readonly string[] {
  if (body === '') return ['This is required.'];
  if (body.length < MIN_BODY) return [`Use at least ${MIN_BODY} characters.`];
  return body.length > MAX_BODY ? [`Use up to ${MAX_BODY} characters.`] : [];
}
