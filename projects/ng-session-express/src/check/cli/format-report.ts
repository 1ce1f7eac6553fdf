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
    ...report.passed.map((rule) => formatPassed(rule, paint)),
    ...report.notChecked.map((rule) => formatNotChecked(rule, paint)),
  ];
  const sections = [...Map.groupBy(all, ({ group }) => group)].map(([group, members]) =>
    [paint('bold', group), ...members.flatMap(({ lines }) => lines)].join('\n'),
  );
  const header = `${report.url}, for the app at ${report.origin}`;
  return `${[header, ...sections, summarise(report)].join('\n\n')}\n`;
}

function formatPassed({ id, group, expects }: Rule, paint: Paint): Line {
  return { group, lines: [`  ${paint('green', 'ok')}       ${expects} (${id})`] };
}

function formatFinding({ id, group, severity, expects, seen, mend }: Finding, paint: Paint): Line {
  const style = severity === 'fault' ? 'red' : 'yellow';
  const lines = [
    `  ${paint(style, severity.toUpperCase().padEnd(8))} ${paint('bold', id)}`,
    `           Rule: ${expects}`,
    `           Seen: ${seen}.`,
    `           Mend: ${mend}`,
  ];
  return { group, lines };
}

function formatNotChecked({ id, group, expects, why }: NotChecked, paint: Paint): Line {
  const lines = [
    `  ${paint('gray', '-')}        ${expects} (${id})`,
    `           Not checked: ${why}.`,
  ];
  return { group, lines };
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
