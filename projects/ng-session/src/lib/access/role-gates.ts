import { Injectable, effect, inject, untracked } from '@angular/core';
import { matchRoles, toRoles } from '../session/match-roles';
import { SessionService } from '../session/session-service';
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
 * Answers the questions of all gates. Gates that ask the same share one question, and a single effect
 * watches the session: ten thousand gates cost what a handful of questions do, and none is touched
 * unless its answer has changed.
 */
@Injectable({ providedIn: 'root' })
export class RoleGates {
  private readonly status = inject(SessionService).status;
  private readonly held = inject(SessionState).roleSet;
  private readonly questions = new Map<string, RoleQuestion>();

  constructor() {
    effect(() => {
      // Read here, so that the effect watches them even while there are no questions.
      this.status();
      this.held();
      untracked(() => {
        for (const question of this.questions.values()) this.refresh(question);
      });
    });
  }

  /** Adds a gate to those that ask this, and shows it the answer at once. */
  join(gate: RoleGate, wanted: unknown, all: boolean): RoleQuestion {
    const roles = toRoles(wanted);
    const key = JSON.stringify([all, roles]);
    let question = this.questions.get(key);
    if (!question) {
      question = { key, roles, all, gates: new Set(), answer: null };
      this.questions.set(key, question);
      question.answer = this.answerTo(question);
    }
    question.gates.add(gate);
    // Not the answer that the others were shown: the effect that tells them of a change may be due.
    gate.show(this.answerTo(question));
    return question;
  }

  /** Takes a gate away; the last one takes the question along. */
  leave(gate: RoleGate, question: RoleQuestion): void {
    question.gates.delete(gate);
    if (!question.gates.size) this.questions.delete(question.key);
  }

  private refresh(question: RoleQuestion): void {
    const answer = this.answerTo(question);
    if (answer === question.answer) return;
    question.answer = answer;
    const gates = [...question.gates];
    // Last to first: a browser removes siblings front to back in quadratic time.
    if (!answer) gates.reverse();
    for (const gate of gates) gate.show(answer);
  }

  private answerTo({ roles, all }: RoleQuestion): RoleAnswer {
    return untracked(() =>
      /^(loading|error)$/.test(this.status()) ? null : matchRoles(this.held(), roles, all),
    );
  }
}
