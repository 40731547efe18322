import { createTranslator, type MessageKeys, type NestedKeyOf } from 'use-intl/core';
import type { Language } from '#platform/web-page.ts';
import de from '../messages/de.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import es from '../messages/es.json' with { type: 'json' };
import sl from '../messages/sl.json' with { type: 'json' };

const messages: Record<Language, typeof en> = { de, en, es, sl };

/** The name of a message in `messages/*.json`, e.g. `reminder.heading`. */
export type WordKey = MessageKeys<typeof en, NestedKeyOf<typeof en>>;

/** What the arguments of the messages stand for. */
export type WordValues = Record<string, string | number>;

/**
 * Says a message in one language.
 *
 * @throws Error when a fact that the message names is missing: half a sentence must not be sent
 */
export type Words = (key: WordKey) => string;

/** The words of a language, said with these values. */
export function wordsIn(language: Language, values: WordValues): Words {
  const translate = createTranslator({
    locale: language,
    messages: messages[language],
    onError: (error) => {
      throw error;
    },
  });
  return (key) => translate(key, values);
}
