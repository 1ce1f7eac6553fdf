import { buildApp } from './build-app.ts';
import { PARTS } from './parts.ts';
import { sizeOf } from './size.ts';

/** Builds an app a part, and returns what each adds to the one that lacks it, in bytes of brotli. */
export async function measureParts(): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const app of new Set(PARTS.flatMap((part) => [part.onTopOf, part.app]))) {
    sizes.set(app, sizeOf((await buildApp('part', app)).scripts).brotli);
  }
  const sizeAt = (app: string): number => sizes.get(app) ?? NaN;
  return new Map(
    PARTS.map(({ name, app, onTopOf }) => [name, Math.max(0, sizeAt(app) - sizeAt(onTopOf))]),
  );
}
