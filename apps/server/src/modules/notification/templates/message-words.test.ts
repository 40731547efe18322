import { expect, test } from 'vitest';
import de from '../messages/de.json' with { type: 'json' };
import en from '../messages/en.json' with { type: 'json' };
import es from '../messages/es.json' with { type: 'json' };
import sl from '../messages/sl.json' with { type: 'json' };
import { messageContent } from './message-content.ts';
import { circumstances, fullFacts, kinds, leastFacts, look } from './message-samples.ts';
import type { WordKey } from './message-words.ts';

interface Messages {
  [key: string]: string | Messages;
}

const languages = Object.entries({ de, en, es, sl });

function entriesOf(messages: Messages, prefix = ''): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : entriesOf(value, `${prefix}${key}.`),
  );
}

/** The arguments of each message, e.g. `reminder.subject: class time`. */
function argumentsOf(messages: Messages): string[] {
  return entriesOf(messages).map(([key, text]) => {
    const names = Array.from(text.matchAll(/\{(\w+)[,}]/g), ([, name]) => name);
    return `${key}: ${[...new Set(names)].sort().join(' ')}`;
  });
}

test.each(languages)('%s has the messages of English, with the same arguments', (_, messages) => {
  expect(argumentsOf(messages).sort()).toEqual(argumentsOf(en).sort());
});

test.each(languages)('%s counts in all its plural forms', (language, messages) => {
  // Spanish has a form for whole millions; nobody has that many entries.
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.filter((form) => form !== 'many');
  for (const [key, text] of entriesOf(messages).filter(([, text]) => text.includes(', plural,'))) {
    const used = Array.from(text.matchAll(/\b(zero|one|two|few|many|other) \{/g), ([, form]) => form);
    expect(used.sort(), key).toEqual([...forms].sort());
  }
});

test.each(languages)('%s does not shout', (_, messages) => {
  expect(entriesOf(messages).filter(([, text]) => /[!¡]/.test(text))).toEqual([]);
});

test('every message is said by some kind', () => {
  const said = new Set<WordKey>();
  const say = (key: WordKey) => {
    said.add(key);
    return key;
  };
  const cases = [
    ...kinds.flatMap((kind) => [[kind, fullFacts(kind)] as const, [kind, leastFacts(kind)] as const]),
    ...circumstances.map(([, kind, facts]) => [kind, { recipient: { name: 'Ana Novak' }, ...facts }] as const),
  ];
  for (const [kind, facts] of cases) messageContent(kind, facts, say, { ...look, language: 'en' });
  expect([...said].sort()).toEqual(
    entriesOf(en)
      .map(([key]) => key)
      .sort(),
  );
});
