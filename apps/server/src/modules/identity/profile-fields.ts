import { IsEmail } from 'typebox/format';
import { invalidField } from '#platform/http/app-error.ts';

const EMAIL_LENGTH = 254;
const NAME_LENGTH = 100;

/** Whether a trimmed text is an address. A dot in the domain: one that only works inside one machine is a typing mistake here. */
export function isEmail(text: string): boolean {
  return text.length <= EMAIL_LENGTH && IsEmail(text) && /@[^@]+\.[^@.]+$/.test(text);
}

/** Whether a trimmed text is a name. Line breaks in one would continue in mail headers, calendar files and CSV. */
export function isName(text: string): boolean {
  return hasNameLength(text) && !/\p{Cc}/u.test(text);
}

function hasNameLength(text: string): boolean {
  const { length } = [...text];
  return length >= 1 && length <= NAME_LENGTH;
}

/**
 * An e-mail address without surrounding blanks. Case stays as typed; the database compares without it.
 *
 * @throws AppError `validation_failed` for the field `email`
 */
export function parseEmail(text: string): string {
  const email = text.trim();
  if (!isEmail(email)) throw invalidField('email', 'is not an e-mail address');
  return email;
}

/**
 * A person's name without surrounding blanks.
 *
 * @throws AppError `validation_failed` for the field `name`
 */
export function parseName(text: string): string {
  const name = text.trim();
  if (!hasNameLength(name)) throw invalidField('name', `must have 1 to ${NAME_LENGTH} characters`);
  if (!isName(name)) throw invalidField('name', 'must not contain control characters');
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
