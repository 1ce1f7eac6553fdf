/** Finds the exports of an API report that have no documentation; it marks them itself. */
export function undocumentedExports(report: string): readonly string[] {
  return [...report.matchAll(UNDOCUMENTED)].map(([, declaration = '']) => declaration.trim());
}

/** A member is indented: the compiler writes some of them, so these are for the review to judge. */
const UNDOCUMENTED = /^\/\/ @\w+ \(undocumented\)\n(?:\/\/.*\n)*(?:@.*\n)*export ([^{=\n]*)/gm;
