/**
 * Decides whose answer counts. The latest started operation wins: an answer is dropped once a later
 * started one has answered, and a sign-in or sign-out outdates all that was started before it.
 */
export class AnswerOrder {
  private started = 0;
  private latest = 0;

  /** Starts an operation; the result, called with its answer, says whether that may change the state. */
  start(): () => boolean {
    const turn = ++this.started;
    return () => {
      if (turn < this.latest) return false;
      this.latest = turn;
      return true;
    };
  }

  /** Outdates all that was started so far; the result says whether nothing has outdated this one. */
  supersede(): () => boolean {
    const claim = this.start();
    claim();
    const turn = this.latest;
    return () => turn === this.latest;
  }
}
