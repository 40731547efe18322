import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { languageOf } from '#platform/web-page.ts';
import type { MessageFacts } from '../message-facts.ts';
import type { MessageKind } from '../message-kinds.ts';
import { messageContent } from './message-content.ts';
import { MessageLayout } from './message-layout.ts';
import { messageText } from './message-text.ts';
import { wordsIn } from './message-words.ts';
import { wordValues } from './word-values.ts';

/** Whose message it is and for which reader. */
export interface MessageLook {
  studioName: string;
  /** `#rrggbb` */
  accentColor: string;
  /** IANA name; the studio's, for times that belong to no session. */
  timeZone: string;
  /** The reader's. */
  locale: string;
  /** Where the web app is. */
  webUrl: string;
  /** Ends messages of this category without signing in; null where there is nothing to end. */
  unsubscribeUrl: string | null;
}

// The older type makes mail programs lay tables out as they did when most mail was written.
const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * A message as it is mailed, in the reader's language.
 *
 * @throws Error when a fact is missing that the message cannot do without
 */
export async function renderMessage(
  kind: MessageKind,
  facts: MessageFacts,
  { studioName, accentColor, timeZone, locale, webUrl, unsubscribeUrl }: MessageLook,
): Promise<{ subject: string; html: string; text: string }> {
  const language = languageOf(locale);
  const wording = { studioName, language, timeZone };
  const say = wordsIn(language, wordValues(facts, wording));
  const content = messageContent(kind, facts, say, { ...wording, webUrl, unsubscribeUrl });
  const layout = createElement(MessageLayout, { content, studioName, accentColor, language });
  return {
    subject: content.subject,
    html: `${DOCTYPE}${renderToStaticMarkup(layout)}`,
    text: messageText(content, studioName),
  };
}
