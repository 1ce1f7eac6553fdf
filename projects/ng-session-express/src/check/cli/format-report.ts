import { styleText } from 'node:util';

import type { CheckReport, Finding, NotChecked, Rule } from '../check-report.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

interface Line {
  readonly group: string;
  readonly lines: readonly string[];
}

const plain: Paint = (_style, text) => text;
const coloured: Paint = (style, text) => styleText(style, text, { validateStream: false });

/** Writes a report for a terminal: by groups, what is wrong with what was seen and how to mend it. */
export function formatReport(
  report: CheckReport,
  { colour }: { readonly colour: boolean },
): string {
  const paint = colour ? coloured : plain;
  const all: readonly Line[] = [
    ...report.findings.map((finding) => formatFinding(finding, paint)),
    ...report.passed.map((rule) => formatRule('ok', 'green', rule, paint)),
    ...report.notChecked.map((rule) => formatNotChecked(rule, paint)),
  ];
  const sections = [...Map.groupBy(all, ({ group }) => group)].map(([group, members]) =>
    [paint('bold', group), ...members.flatMap(({ lines }) => lines)].join('\n'),
  );
  const header = `${report.url}, for the app at ${report.origin}`;
  return `${[header, ...sections, summarise(report)].join('\n\n')}\n`;
}

function formatRule(word: string, style: Style, { id, group, expects }: Rule, paint: Paint): Line {
  return { group, lines: [`  ${paint(style, word.padEnd(8))} ${expects} (${id})`] };
}

function formatFinding(finding: Finding, paint: Paint): Line {
  const { severity, seen, mend } = finding;
  const style = severity === 'fault' ? 'red' : 'yellow';
  const { group, lines } = formatRule(severity.toUpperCase(), style, finding, paint);
  return { group, lines: [...lines, `           Seen: ${seen}.`, `           Mend: ${mend}`] };
}

function formatNotChecked(rule: NotChecked, paint: Paint): Line {
  const { group, lines } = formatRule('-', 'gray', rule, paint);
  return { group, lines: [...lines, `           Not checked: ${rule.why}.`] };
}

function summarise({ passed, findings, notChecked }: CheckReport): string {
  const count = (severity: string): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const counts = [
    `${passed.length} passed`,
    plural(count('fault'), 'fault'),
    plural(count('warning'), 'warning'),
    `${notChecked.length} not checked`,
  ];
  return `${counts.join(', ')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${count === 1 ? word : `${word}s`}`;
}
