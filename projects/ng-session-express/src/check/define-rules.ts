import type { Rule } from './check-report.ts';

type Definition = Omit<Rule, 'id' | 'group'>;

/** Names the rules of a group by their keys. */
export function defineRules<const Id extends string>(
  group: string,
  definitions: Readonly<Record<Id, Definition>>,
): Readonly<Record<Id, Rule>> {
  const entries = Object.entries<Definition>(definitions);
  return Object.fromEntries(
    entries.map(([id, definition]) => [id, { id, group, ...definition }]),
  ) as Record<Id, Rule>;
}
