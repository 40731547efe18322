import { type Language, languageOf } from '#platform/web-page.ts';

interface Words {
  unlimited: string;
  /** Behind the number, by the plural forms of the language. */
  entries: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };
}

const words: Record<Language, Words> = {
  en: { unlimited: 'Unlimited', entries: { one: 'entry', other: 'entries' } },
  de: { unlimited: 'Unbegrenzt', entries: { one: 'Eintritt', other: 'Eintritte' } },
  es: { unlimited: 'Ilimitado', entries: { one: 'sesión', other: 'sesiones' } },
  sl: { unlimited: 'Neomejeno', entries: { one: 'obisk', two: 'obiska', few: 'obiski', other: 'obiskov' } },
};

/**
 * What a ticket is called that is of no plan and was given no name. Tickets keep the name they were made with, so it is in the language of
 * the studio and not in that of whoever reads it.
 *
 * @param entries null: unlimited
 * @param locale the default one of the studio
 */
export function termsName(entries: number | null, locale: string): string {
  const language = languageOf(locale);
  const { unlimited, entries: forms } = words[language];
  if (entries === null) return unlimited;
  return `${entries} ${forms[new Intl.PluralRules(language).select(entries)] ?? forms.other}`;
}
