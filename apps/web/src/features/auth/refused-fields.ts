import { isProblem } from '@openmat/api-client';
import { fieldErrors } from '#lib/api/field-errors.ts';

/** The fields of forms about an account, as the API calls them; `currentPassword` also confirms what is dangerous. */
const FIELDS = ['name', 'email', 'password', 'currentPassword'] as const;

export type AccountField = (typeof FIELDS)[number];
export type Refusal = 'name' | 'email' | 'password' | 'wrongPassword' | 'emailTaken';

/** Which fields the API refused, and why, in the order of the form. */
export function refusedFields(error: unknown): Partial<Record<AccountField, Refusal>> {
  if (isProblem(error, 'email_taken')) return { email: 'emailTaken' };
  if (isProblem(error, 'invalid_credentials')) return { currentPassword: 'wrongPassword' };
  const named = fieldErrors(error);
  const refused = FIELDS.filter((field) => field in named);
  return Object.fromEntries(
    refused.map((field) => [field, field === 'currentPassword' ? 'wrongPassword' : field] satisfies [string, Refusal]),
  );
}
