import { buildExpress } from './build-express.ts';
import { buildLibrary } from './build-library.ts';

// node scripts/build/main.ts: the packages, which whatever imports them is checked against.
await buildLibrary();
await buildExpress();
