/** The check could not be made: it was asked for wrongly, or nobody answers at the URL. */
export class CheckError extends Error {
  override readonly name = 'CheckError';
}
