/** Reads a body that came as text as `HttpClient` would; what is no JSON is the text itself, without its margins. */
export function parseBody(body: unknown): unknown {
  if (typeof body !== 'string') return body;
  try {
    // The prefix keeps other sites from running an answer as a script.
    return body === '' ? null : JSON.parse(body.replace(/^\)\]\}',?\n/, ''));
  } catch {
    return body.trim();
  }
}
