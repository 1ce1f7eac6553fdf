import { readFileSync, writeFileSync } from 'node:fs';

import { workspacePath } from '../workspace-path.ts';
import { listPackedFiles } from './pack.ts';
import { PACKAGES } from './packages.ts';

// node scripts/package/main.ts check|update: what is published, against what was agreed on in goldens/.
const mode = process.argv[2];
if (mode !== 'check' && mode !== 'update') {
  console.error('Say check or update.');
  process.exit(2);
}

for (const published of PACKAGES) {
  await published.build();
  const golden = `goldens/${published.name}.files.txt`;
  const files = `${listPackedFiles(published).join('\n')}\n`;
  if (mode === 'update') {
    writeFileSync(workspacePath(golden), files);
    console.log(`${golden} is written.`);
  } else if (readFileSync(workspacePath(golden), 'utf8') === files) {
    console.log(`${golden} is up to date.`);
  } else {
    console.error(`The tarball holds other files than ${golden}:\n${files}`);
    console.error('Meant to? Run npm run package:update.');
    process.exitCode = 1;
  }
}
