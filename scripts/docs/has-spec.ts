/**
 * Whether a spec file has a `describe` or `it` of this title, `describeSessionStore` included. Where a title is put together when it
 * runs, as in `it(`may be ${name}`)`, what takes the place of an expression must be in the file too.
 */
export function hasSpec(source: string, title: string): boolean {
  return [...source.matchAll(TITLE)].some(({ groups }) => {
    const { quote, text } = groups as { quote: string; text: string };
    const parts = quote === '`' ? text.split(EXPRESSION) : [text];
    const found = new RegExp(`^${parts.map(toPattern).join('(.+)')}$`).exec(title);
    return found?.slice(1).every((filled) => source.includes(filled)) ?? false;
  });
}

/** The first argument of what declares specs, if it is written out there. */
const TITLE =
  /\b(?:describe\w*|it|test)\(\s*(?<quote>['"`])(?<text>(?:\\.|(?!\k<quote>)[^\\])*)\k<quote>/g;

const EXPRESSION = /\$\{[^}]*\}/;

function toPattern(text: string): string {
  return text.replace(/\\(.)/g, '$1').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
