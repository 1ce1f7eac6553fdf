import type { CheckReport, Finding, NotChecked, Rule } from './check-report.ts';

/** How many of the ways in which one rule is broken are told: more would hide the other rules. */
const MOST_SEEN = 3;

/** Collects what the rules have found. A rule may be tried often; once broken, it stays so. */
export class Results {
  readonly #rules = new Map<string, Rule>();
  readonly #broken = new Map<string, Set<string>>();
  readonly #skipped = new Map<string, NotChecked>();

  /** Tells whether the rule was kept; `seen` says what there was if it was not. */
  expect(rule: Rule, isKept: boolean, seen: string): boolean {
    this.#rules.set(rule.id, rule);
    if (!isKept) {
      const all = this.#broken.get(rule.id) ?? new Set();
      this.#broken.set(rule.id, all.add(seen));
    }
    return isKept;
  }

  /** Says why rules were not tried, unless they are after all. */
  skip(rules: Rule | Readonly<Record<string, Rule>>, why: string): void {
    for (const rule of isRule(rules) ? [rules] : Object.values(rules)) {
      if (!this.#skipped.has(rule.id)) this.#skipped.set(rule.id, { ...rule, why });
    }
  }

  toReport(url: string, origin: string): CheckReport {
    const findings = [...this.#broken].map(([id, seen]): Finding => ({
      ...this.#ruleOf(id),
      seen: summarise([...seen]),
    }));
    return {
      ok: findings.every(({ severity }) => severity !== 'fault'),
      url,
      origin,
      passed: [...this.#rules.values()].filter(({ id }) => !this.#broken.has(id)),
      findings,
      notChecked: [...this.#skipped.values()].filter(({ id }) => !this.#rules.has(id)),
    };
  }

  #ruleOf(id: string): Rule {
    const rule = this.#rules.get(id);
    if (rule === undefined) throw new Error(`The rule "${id}" was not tried.`);
    return rule;
  }
}

function isRule(rules: Rule | Readonly<Record<string, Rule>>): rules is Rule {
  return typeof rules.id === 'string';
}

function summarise(seen: readonly string[]): string {
  const more = seen.length - MOST_SEEN;
  const told = seen.slice(0, MOST_SEEN).join('; ');
  return more > 0 ? `${told}; and ${more} more like it` : told;
}
