import { Type } from 'typebox';
import type { Access } from '#platform/http/access.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './password-policy.ts';

/** Request fields that several routes of identity take. */

export const Email = Type.String({ maxLength: 320, examples: ['anna@example.org'] });
export const Name = Type.String({ maxLength: 200, description: '1 to 100 characters, without surrounding blanks' });
export const Locale = Type.String({ maxLength: 35, examples: ['en'] });
/** A password that exists. */
export const Password = Type.String({ maxLength: 1_000 });
/** A password to be. */
export const NewPassword = Type.String({
  minLength: PASSWORD_MIN_LENGTH,
  maxLength: PASSWORD_MAX_LENGTH,
  description: 'Not a common one, and not made of the name, the e-mail or the studio',
});
export const Token = Type.String({ minLength: 1, maxLength: 2_000 });

/** The answer of routes that have nothing to say. */
export const Done = Type.Null({ description: 'Done' });
/** The answer of routes whose work is done later. */
export const Accepted = Type.Object({}, { description: 'Accepted' });

/** Of every route below `/auth`: open to everybody, and therefore limited per address. */
export const authConfig = {
  access: 'public' satisfies Access,
  rateLimit: { max: 120, timeWindow: 60_000 },
} as const;
