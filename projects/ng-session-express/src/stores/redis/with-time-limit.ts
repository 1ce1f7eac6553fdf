/** Waits for work so many milliseconds; then tells `onLate`, and rejects. */
export async function withTimeLimit<T>(
  limit: number,
  work: Promise<T>,
  onLate: () => void,
): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`There was no answer within ${limit} ms.`));
    onLate();
  }, limit);
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
