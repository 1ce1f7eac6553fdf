import { DOCUMENT } from '@angular/common';
import { inject } from '@angular/core';
import { isPlainObject } from '../config/is-plain-object';
import { injectIsLeaving } from './is-leaving';
import type { StoredData } from './session-store';
import { watchStorage } from './watch-storage';

/** What was said of a session last: its data, or `null` where it has ended. */
export interface LastWord {
  readonly id: string;
  readonly data: StoredData | null;
  /** When, in milliseconds. */
  readonly at: number;
}

/** What pages have said on their way out, and may not have arrived where they said it. */
export interface LastWords {
  /** Says it in place of what was said of the session before; to be kept, if the page is about to go. */
  say(word: LastWord): void;
  all(): readonly LastWord[];
  /** Whether it is kept still. */
  has(word: LastWord): boolean;
  /** Forgets what has arrived. */
  forget(words: readonly LastWord[]): void;
  /** Calls back when the page of another tab has said something; returns what ends that. */
  watch(said: () => void): () => void;
}

/**
 * Keeps them, in an injection context, under a key of the storage that takes a change at once: a
 * browser drops what has to wait when its page goes, as for a database that is in use. Where there is
 * no storage, or no room in it, nothing is kept.
 */
export function injectLastWords(key: string): LastWords {
  const window = inject(DOCUMENT).defaultView;
  const isLeaving = injectIsLeaving();

  const all = (): LastWord[] => {
    try {
      const words: unknown = JSON.parse(window?.localStorage.getItem(key) ?? '[]');
      return Array.isArray(words) ? words.filter(isLastWord) : [];
    } catch {
      return [];
    }
  };
  const keep = (words: readonly LastWord[]): void => {
    try {
      if (words.length > 0) window?.localStorage.setItem(key, JSON.stringify(words));
      else window?.localStorage.removeItem(key);
    } catch {
      // It may arrive all the same.
    }
  };

  /** Writes only where there is one of them: hardly ever, and each write of a store asks. */
  const drop = (isGone: (word: LastWord) => boolean): void => {
    const words = all();
    const left = words.filter((word) => !isGone(word));
    if (left.length < words.length) keep(left);
  };

  return {
    all,
    has: (word) => all().some((one) => isSame(one, word)),
    say: (word) => {
      const isBefore = ({ id }: LastWord): boolean => id === word.id;
      if (isLeaving()) keep([...all().filter((one) => !isBefore(one)), word]);
      else drop(isBefore);
    },
    forget: (words) => {
      drop((one) => words.some((word) => isSame(one, word)));
    },
    watch: (said) =>
      watchStorage(window, (event) => {
        if (event.key === key && event.newValue !== null) said();
      }),
  };
}

function isSame(one: LastWord, other: LastWord): boolean {
  return one.id === other.id && one.at === other.at;
}

function isLastWord(word: unknown): word is LastWord {
  if (!isPlainObject(word)) return false;
  const { id, data, at } = word;
  return typeof id === 'string' && typeof at === 'number' && (data === null || isPlainObject(data));
}
