/** Specs, and what there is to run them with. */
export interface SpecsOptions {
  /** Files. */
  readonly specs: readonly string[];
  readonly hasRedis: boolean;
  /** Whether nobody is there to read that something was left out. */
  readonly isCi: boolean;
}

export interface RunnableSpecs {
  readonly specs: readonly string[];
  /** What is left out, and how to have it run. */
  readonly missing?: string;
}

const HOW = 'no redis-server is on the PATH; install it: apt-get install redis-server';

/** Leaves out the specs that need a Redis where there is none, and says so. In CI that is an error. */
export function runnableSpecs({ specs, hasRedis, isCi }: SpecsOptions): RunnableSpecs {
  const ofRedis = specs.filter((spec) => spec.endsWith('.redis.spec.ts'));
  if (hasRedis || ofRedis.length === 0) return { specs };
  if (isCi) throw new Error(`The specs of Redis can not run: ${HOW}.`);
  return {
    specs: specs.filter((spec) => !ofRedis.includes(spec)),
    missing: `${ofRedis.length} files of specs (*.redis.spec.ts) can not run: ${HOW}.`,
  };
}
