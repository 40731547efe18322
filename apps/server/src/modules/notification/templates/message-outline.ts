import type { MessageFacts } from '../message-facts.ts';
import type { FactGroup } from './fact-rows.ts';
import type { WordKey } from './message-words.ts';

/** What a message consists of, besides the subject, heading and button that each has in `messages/*.json`. */
export interface Outline {
  /** In their order; null where something does not apply. */
  paragraphs: readonly (WordKey | null)[];
  facts?: FactGroup;
  /** Where the button leads: a path of the web app, or a whole address. */
  target: string;
}

/** @throws Error when a fact is missing that the message cannot do without */
export type Outliner = (facts: MessageFacts) => Outline;

/** The pages of the web app that messages lead to. */
export const pages = {
  schedule: '/',
  bookings: '/bookings',
  tickets: '/tickets',
  account: '/account',
  devices: '/account#devices',
  notifications: '/account#notifications',
  forgotPassword: '/forgot-password',
  session({ session }: MessageFacts): string {
    if (!session) throw new Error('A message about a session without the session');
    return `/sessions/${session.id}`;
  },
};
