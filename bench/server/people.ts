/** Somebody who is signed in, as their browser knows it. */
export interface Person {
  readonly id: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Signs people in, each with a session of their own. */
export async function signIn(url: string, count: number): Promise<readonly Person[]> {
  return Promise.all(Array.from({ length: count }, (_, id) => signInOne(url, id)));
}

async function signInOne(url: string, id: number): Promise<Person> {
  const answer = await fetch(`${url}/start/${id}`, { method: 'POST' });
  if (!answer.ok) throw new Error(`Nobody could sign in: ${answer.status}.`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return { id, headers: { cookie, 'x-xsrf-token': answer.headers.get('x-xsrf-token') ?? '' } };
}
