/** Origins that a careless comparison takes for the one of the app. */
export function foreignOriginsOf(origin: string): readonly string[] {
  const { protocol, hostname, port } = new URL(origin);
  const at = (host: string, scheme = protocol, atPort = port): string =>
    `${scheme}//${host}${atPort === '' ? '' : `:${atPort}`}`;
  const others = [
    'null',
    'https://evil.example',
    at(hostname, protocol === 'https:' ? 'http:' : 'https:'),
    at(hostname, protocol, port === '44444' ? '44445' : '44444'),
  ];
  // Nothing can be put before or after an address in brackets.
  if (hostname.startsWith('[')) return others;
  const lookAlikes = [`${hostname}.evil.example`, `evil.${hostname}`, `evil-${hostname}`];
  const withoutDot = hostname.replace('.', 'x');
  if (withoutDot !== hostname) lookAlikes.push(withoutDot);
  return [...others, ...lookAlikes.map((host) => at(host))];
}
