import { ENTRY_POINTS } from './entry-points.ts';
import { reviewApi } from './review-api.ts';

// node scripts/api/main.ts check|update: the public API against what was agreed on in goldens/.
const mode = process.argv[2];
if (mode !== 'check' && mode !== 'update') {
  console.error('Say check or update.');
  process.exit(2);
}

let failed = false;
for (const entryPoint of ENTRY_POINTS) {
  await entryPoint.build();
  const { matches, undocumented } = reviewApi(entryPoint, { update: mode === 'update' });
  const golden = `goldens/${entryPoint.name}.api.md`;
  for (const name of undocumented) console.error(`Nothing documents the export: ${name}`);
  if (!matches) {
    console.error(`The public API differs from ${golden}. Meant to? Run npm run api:update.`);
  } else if (undocumented.length === 0) {
    console.log(`${golden} ${mode === 'update' ? 'is written' : 'is up to date'}.`);
  }
  failed ||= !matches || undocumented.length > 0;
}
process.exitCode = failed ? 1 : 0;
