import { ErrorHandler, Injectable, inject, untracked } from '@angular/core';
import { matchRoles, toRoles } from '../session/match-roles';
import { isKnown } from '../session/session-snapshot';
import { SessionState } from '../session/session-state';

/** Whether the content may be shown; `null` while nobody knows. */
export type RoleAnswer = boolean | null;

/** Something that shows what the answer says. */
export interface RoleGate {
  show(answer: RoleAnswer): void;
}

/** What gates ask, and all the gates that ask it. */
export interface RoleQuestion {
  readonly key: string;
  readonly roles: readonly string[];
  readonly all: boolean;
  readonly gates: Set<RoleGate>;
  answer: RoleAnswer;
}

/**
 * Answers the questions of all gates. Gates that ask the same share one question, and one
 * subscription watches the session: ten thousand gates cost what a handful of questions do, and none
 * is touched unless its answer has changed.
 */
@Injectable({ providedIn: 'root' })
export class RoleGates {
  readonly #state = inject(SessionState);
  readonly #errorHandler = inject(ErrorHandler);
  /** What is asked at the moment, by any gate. */
  readonly questions = new Map<string, RoleQuestion>();

  constructor() {
    // What it asks lives no longer than this: both end with the application.
    this.#state.changes.subscribe(() => {
      for (const question of this.questions.values()) this.#refresh(question);
    });
  }

  /** Adds a gate to those that ask this, and shows it the answer at once. */
  join(gate: RoleGate, wanted: unknown, all: boolean): RoleQuestion {
    // One role is its own key, whether any or all are wanted: JSON would be a tenth of what a gate costs.
    const isKey = typeof wanted === 'string' && !wanted.startsWith('[');
    const key = isKey ? wanted : JSON.stringify([all, toRoles(wanted)]);
    let question = this.questions.get(key);
    if (!question) {
      const roles = toRoles(wanted);
      const answer = this.#answerTo(roles, all);
      question = { key, roles, all, gates: new Set(), answer };
      this.questions.set(key, question);
    }
    question.gates.add(gate);
    gate.show(question.answer);
    return question;
  }

  /** Takes a gate away; the last one takes the question along. */
  leave(gate: RoleGate, question: RoleQuestion): void {
    question.gates.delete(gate);
    if (!question.gates.size) this.questions.delete(question.key);
  }

  #refresh(question: RoleQuestion): void {
    const answer = this.#answerTo(question.roles, question.all);
    if (answer === question.answer) return;
    question.answer = answer;
    const gates = [...question.gates];
    // Last to first: a browser removes siblings front to back in quadratic time.
    if (!answer) gates.reverse();
    for (const gate of gates) {
      // One that was shown before may have taken this one away with it.
      if (!question.gates.has(gate)) continue;
      try {
        gate.show(answer);
      } catch (error) {
        // Content that throws must not keep the others from being hidden.
        this.#errorHandler.handleError(error);
      }
    }
  }

  #answerTo(roles: readonly string[], all: boolean): RoleAnswer {
    return untracked(() =>
      isKnown(this.#state.snapshot()) ? matchRoles(this.#state.roleSet(), roles, all) : null,
    );
  }
}
