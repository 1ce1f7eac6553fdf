import { createRequire } from 'node:module';
import process from 'node:process';

import { findBrowser } from './scripts/browser/find-browser.ts';
import { karmaCountsPlugin } from './scripts/test/karma-counts-reporter.ts';
import { workspacePath } from './scripts/workspace-path.ts';

const require = createRequire(import.meta.url);

/** Runs the library's specs in a headless browser; `ng test` adds the frameworks and the files. */
export default async function karmaConfig(config) {
  const { path, args, env } = await findBrowser();
  // Karma hands its own environment to the browser and asks for its path there.
  Object.assign(process.env, env, { CHROME_BIN: path });

  config.set({
    frameworks: ['jasmine'],
    plugins: [
      require('karma-jasmine'),
      require('karma-chrome-launcher'),
      require('karma-coverage'),
      karmaCountsPlugin,
    ],
    browsers: ['HeadlessBrowser'],
    customLaunchers: { HeadlessBrowser: { base: 'ChromeHeadless', flags: [...args] } },
    reporters: ['dots', 'counts'],
    coverageReporter: {
      dir: workspacePath('coverage/ng-session'),
      subdir: '.',
      reporters: [{ type: 'html' }, { type: 'text-summary' }],
    },
    client: { jasmine: { random: true } },
    restartOnFileChange: true,
  });
}
