/** The languages of the web app and of the mails; the first stands in for all others. */
export const languages = ['en', 'de', 'es', 'sl'] as const;

export type Language = (typeof languages)[number];

/** The language in which a reader of a locale (BCP 47) is addressed; English where there is none. */
export function languageOf(locale: string): Language {
  const { language } = new Intl.Locale(locale);
  return languages.find((spoken) => spoken === language) ?? languages[0];
}

/**
 * The address of a page of the web app in the reader's language, for links in what we send. English is the language without
 * a prefix.
 *
 * @param path begins with a slash; query and fragment included
 */
export function webPage(webUrl: string, path: string, locale: string): string {
  const language = languageOf(locale);
  const prefix = language === languages[0] ? '' : `/${language}`;
  return new URL(prefix + path, webUrl).href;
}
