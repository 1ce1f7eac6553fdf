import type { Mutation } from './mutation.ts';

/** Tells of every mutation whose text is not found exactly once, and so would change nothing or too much. */
export function findMisplaced(
  mutations: readonly Mutation[],
  read: (file: string) => string,
): readonly string[] {
  return mutations.flatMap(({ name, file, find }) => {
    const count = read(file).split(find).length - 1;
    return count === 1 ? [] : [`${file}: ${name}: found ${count} times, not once: ${find}`];
  });
}
