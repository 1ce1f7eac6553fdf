import karmaConfig from '../../karma.conf.js';
import { karmaRunsPlugin } from './karma-runs-reporter.ts';

/** As for `npm test`, with the reporter that `watchSpec` reads. */
export default async function mutationsKarmaConfig(config) {
  await karmaConfig(config);
  config.set({ plugins: [...config.plugins, karmaRunsPlugin], reporters: ['runs'] });
}
