import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

/** What an attacker of this very account would try first. */
export interface PasswordContext {
  email: string;
  name: string;
  studioName: string;
}

/** Below this, a password is among the first million that an attacker tries. */
const WEAKEST_SCORE = 2;

/** What has to remain of a password without the words of its context. */
const OWN_CHARACTERS = 6;

/** Shorter pieces of a name or address occur in ordinary words by chance. */
const CONTEXT_WORD_LENGTH = 3;

let estimator: ZxcvbnFactory | undefined;

/**
 * Why a password is refused, or null when it is fine. There are no composition rules: length, and neither common nor
 * guessable from the account. Rule: DOMAIN "Identity".
 */
export function passwordWeakness(password: string, context: PasswordContext): string | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return `must have at least ${PASSWORD_MIN_LENGTH} characters`;
  if (length > PASSWORD_MAX_LENGTH) return `must have at most ${PASSWORD_MAX_LENGTH} characters`;
  const words = contextWords(context);
  if (withoutWords(password, words).length < OWN_CHARACTERS) {
    return 'is mostly your name, your e-mail or the name of the studio; use other words';
  }
  // Built at first use: the dictionaries cost 30 ms and 25 MB, which a worker never needs.
  estimator ??= createEstimator();
  if (estimator.check(password, words).score >= WEAKEST_SCORE) return null;
  return 'is one of the first that an attacker would try; a few unrelated words make a good password';
}

function createEstimator(): ZxcvbnFactory {
  return new ZxcvbnFactory({
    dictionary,
    graphs: adjacencyGraphs,
    // It runs on the event loop. With the defaults 128 characters full of substitutions cost 170 ms, with these 7 ms.
    maxLength: 32,
    l33tMaxSubstitutions: 10,
  });
}

function contextWords({ email, name, studioName }: PasswordContext): string[] {
  const whole = ['openmat', email, name, studioName].map((text) => text.toLowerCase());
  const pieces = whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
  const words = [...whole, ...pieces].filter((word) => word.length >= CONTEXT_WORD_LENGTH);
  // Longest first, so that a whole name is taken out before its parts.
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

function withoutWords(password: string, words: readonly string[]): string {
  const rest = words.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
  return rest.replace(/[^\p{L}\p{N}]/gu, '');
}
