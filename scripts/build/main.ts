import { buildLibrary } from './build-library.ts';

// node scripts/build/main.ts: the library, which whatever imports it is checked against.
await buildLibrary();
