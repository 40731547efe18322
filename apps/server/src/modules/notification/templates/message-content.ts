import { webPage } from '#platform/web-page.ts';
import type { MessageFacts } from '../message-facts.ts';
import { type MessageKind, messageKinds } from '../message-kinds.ts';
import { accountOutlines } from './account-outlines.ts';
import { bookingOutlines } from './booking-outlines.ts';
import { type FactRow, factRows } from './fact-rows.ts';
import { type Outliner, pages } from './message-outline.ts';
import type { Words } from './message-words.ts';
import { sessionOutlines } from './session-outlines.ts';
import { ticketOutlines } from './ticket-outlines.ts';
import type { Wording } from './word-values.ts';

export interface MessageLink {
  label: string;
  url: string;
}

/** Everything a message says, in words; how it looks is decided elsewhere. */
export interface MessageContent {
  subject: string;
  heading: string;
  greeting: string | null;
  paragraphs: string[];
  facts: FactRow[];
  button: MessageLink;
  why: string;
  /** What can be done about messages like this. */
  choices: MessageLink[];
}

const outlines: Record<MessageKind, Outliner> = {
  ...accountOutlines,
  ...sessionOutlines,
  ...bookingOutlines,
  ...ticketOutlines,
};

/** What a message says, in the words of `say`. */
export function messageContent(
  kind: MessageKind,
  facts: MessageFacts,
  say: Words,
  { webUrl, unsubscribeUrl, ...wording }: Wording & { webUrl: string; unsubscribeUrl: string | null },
): MessageContent {
  const { paragraphs, facts: group, target } = outlines[kind](facts);
  const category = messageKinds[kind];
  const choices: MessageLink[] = [];
  const page = (path: string) => webPage(webUrl, path, wording.language);
  if (category !== 'account') choices.push({ label: say('preferences'), url: page(pages.notifications) });
  if (unsubscribeUrl) choices.push({ label: say('unsubscribe'), url: unsubscribeUrl });
  return {
    subject: oneLine(say(`${kind}.subject`)),
    heading: say(`${kind}.heading`),
    greeting: isGreeted(facts) ? say('greeting') : null,
    paragraphs: paragraphs.flatMap((key) => (key ? [say(key)] : [])),
    facts: group ? factRows(group, facts, say, wording) : [],
    button: { label: say(`${kind}.button`), url: target.startsWith('/') ? page(target) : target },
    why: say(`why.${category}`),
    choices,
  };
}

/**
 * Messages with a link go to addresses that nobody has confirmed, perhaps a stranger's: there a name could carry any text that
 * whoever registered wanted to have sent.
 */
function isGreeted({ link, recipient }: MessageFacts): boolean {
  return !link && recipient.name.trim() !== '';
}

/** A line break in a name must not become a header of the mail. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}
