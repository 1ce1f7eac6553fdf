/** Returns every order of the steps. */
export function orders<T>(steps: readonly T[]): readonly (readonly T[])[] {
  if (steps.length === 0) return [[]];
  return steps.flatMap((step, index) =>
    orders(steps.toSpliced(index, 1)).map((rest) => [step, ...rest]),
  );
}
