/** An answer other than 2xx; its message is written for the client. */
export class HttpError extends Error {
  override readonly name: string = 'HttpError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}
