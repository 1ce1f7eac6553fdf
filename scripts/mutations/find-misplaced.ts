import type { Mutation } from './mutation.ts';

/** Tells of every mutation whose text is not found exactly once, and so would change nothing or too much. */
export function findMisplaced(
  mutations: readonly Mutation[],
  read: (mutation: Mutation) => string,
): readonly string[] {
  return mutations.flatMap((mutation) => {
    const { name, file, find } = mutation;
    const count = read(mutation).split(find).length - 1;
    return count === 1 ? [] : [`${file}: ${name}: found ${count} times, not once: ${find}`];
  });
}
