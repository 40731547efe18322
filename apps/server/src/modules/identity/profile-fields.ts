import { IsEmail } from 'typebox/format';
import { invalidField } from '#platform/http/app-error.ts';

const EMAIL_LENGTH = 254;
const NAME_LENGTH = 100;

/**
 * An e-mail address without surrounding blanks. Case stays as typed; the database compares without it.
 *
 * @throws AppError `validation_failed` for the field `email`
 */
export function parseEmail(text: string): string {
  const email = text.trim();
  // A dot in the domain: an address that only works inside one machine is a typing mistake here.
  if (email.length > EMAIL_LENGTH || !IsEmail(email) || !/@[^@]+\.[^@.]+$/.test(email)) {
    throw invalidField('email', 'is not an e-mail address');
  }
  return email;
}

/**
 * A person's name without surrounding blanks.
 *
 * @throws AppError `validation_failed` for the field `name`
 */
export function parseName(text: string): string {
  const name = text.trim();
  const length = [...name].length;
  if (length < 1 || length > NAME_LENGTH) throw invalidField('name', `must have 1 to ${NAME_LENGTH} characters`);
  // Line breaks in a name would continue in mail headers, calendar files and CSV.
  if (/\p{Cc}/u.test(name)) throw invalidField('name', 'must not contain control characters');
  return name;
}

interface Locales {
  locales: readonly string[];
  defaultLocale: string;
}

/** The wanted locale if the studio speaks it, otherwise the studio's own: a browser's guess must not stop a registration. */
export function supportedLocale(wanted: string | undefined, { locales, defaultLocale }: Locales): string {
  return wanted !== undefined && locales.includes(wanted) ? wanted : defaultLocale;
}

/**
 * A locale that the studio speaks.
 *
 * @throws AppError `validation_failed` for the field `locale`
 */
export function parseLocale(wanted: string, { locales }: Locales): string {
  if (locales.includes(wanted)) return wanted;
  throw invalidField('locale', `must be one of ${locales.join(', ')}`);
}
