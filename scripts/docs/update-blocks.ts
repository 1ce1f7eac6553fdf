import { readRegion } from './read-region.ts';

export interface UpdatedBlocks {
  /** The text with every block as its source has it now. */
  readonly markdown: string;
  /** What no update can mend, a line each. */
  readonly problems: readonly string[];
}

/**
 * Writes the code of each block of a Markdown text anew from the file that the block names:
 * ```` ```ts file=docs/examples/app.ts#region ````. A block of a language that can be compiled must
 * name one.
 */
export function updateBlocks(text: string, read: (file: string) => string): UpdatedBlocks {
  const problems: string[] = [];
  const markdown = text.replace(BLOCK, (block, ...groups) => {
    const { indent, language, source, code } = groups.at(-1) as Groups;
    const report = (problem: string) => {
      const line = text.slice(0, groups.at(-3) as number).split('\n').length;
      problems.push(`${line}: ${problem}`);
      return block;
    };
    if (source === undefined) {
      return COMPILED.has(language)
        ? report(`the ${language} block names no source: \`\`\`${language} file=path#region`)
        : block;
    }
    const [file = '', region] = source.split('#');
    try {
      const lines = readRegion(read(file), region).split('\n');
      const fresh = lines.map((line) => line && indent + line).join('\n');
      return block.replace(`\n${code}`, () => `\n${fresh}\n`);
    } catch (error) {
      return report(`${file} ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return { markdown, problems };
}

interface Groups {
  readonly indent: string;
  readonly language: string;
  readonly source?: string;
  readonly code: string;
}

/** A fenced block, which may be indented by the list that it is in. */
const BLOCK =
  /^(?<indent> *)(?<fence>`{3,})(?<language>[\w-]*)(?: file=(?<source>\S+))?[^\n`]*\n(?<code>(?:.*\n)*?)\k<indent>\k<fence>$/gm;

/** Languages whose code must be taken from a file that is checked; shell and HTTP are typed. */
const COMPILED = new Set(['ts', 'typescript', 'js', 'javascript', 'html', 'json', 'jsonc']);
