import { cpSync, readFileSync } from 'node:fs';

import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

import { workspacePath } from '../workspace-path.ts';
import type { EntryPoint } from './entry-points.ts';
import { undocumentedExports } from './undocumented-exports.ts';

export interface Review {
  /** Whether the golden says what the library exports. */
  readonly matches: boolean;
  /** Exports without a word about them. */
  readonly undocumented: readonly string[];
}

export interface ReviewOptions {
  /** Whether to write the golden instead of comparing with it. */
  readonly update: boolean;
}

/** Where the API as it is gets written, to be compared with the golden. */
const REPORTS = 'dist/api';

/**
 * Where an entry point finds the types of the main one: below `node_modules` they are another's, which
 * it imports and need not export.
 */
const MAIN_TYPES = `${REPORTS}/node_modules/ng-session/index.d.ts`;

/** What an entry point may take for granted. */
const SURROUNDINGS = {
  browser: { target: 'ES2022', lib: ['ES2022', 'DOM'], types: [] },
  Node: { target: 'ES2024', lib: ['ES2024'], types: ['node'] },
};

/** Compares the public API of a built entry point with its golden; differences are printed. */
export function reviewApi(entryPoint: EntryPoint, { update }: ReviewOptions): Review {
  cpSync(workspacePath('dist/ng-session/types/ng-session.d.ts'), workspacePath(MAIN_TYPES));
  const { apiReportChanged } = Extractor.invoke(config(entryPoint), {
    localBuild: update,
    printApiReportDiff: !update,
    messageCallback: (message) => {
      message.handled = true;
      if (message.messageId === 'console-api-report-diff') console.log(message.text);
    },
  });
  const report = readFileSync(workspacePath(`${REPORTS}/${entryPoint.name}.api.md`), 'utf8');
  return { matches: update || !apiReportChanged, undocumented: undocumentedExports(report) };
}

function config({ name, types, folder, runsIn }: EntryPoint): ExtractorConfig {
  const warning = { logLevel: ExtractorLogLevel.Warning };
  const silent = { logLevel: ExtractorLogLevel.None };
  return ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: workspacePath(`${folder}/package.json`),
    configObject: {
      projectFolder: workspacePath('.'),
      mainEntryPointFilePath: workspacePath(types),
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...SURROUNDINGS[runsIn],
            module: 'preserve',
            moduleResolution: 'bundler',
            strict: true,
            skipLibCheck: true,
            paths: { 'ng-session': [workspacePath(MAIN_TYPES)] },
          },
          files: [workspacePath(types)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${name}.api.md`,
        reportFolder: workspacePath('goldens'),
        reportTempFolder: workspacePath(REPORTS),
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
      messages: {
        compilerMessageReporting: { default: warning },
        extractorMessageReporting: {
          default: warning,
          'ae-forgotten-export': { ...warning, addToApiReportFile: true },
          'ae-missing-release-tag': silent,
        },
        tsdocMessageReporting: { default: silent },
      },
    },
  });
}
