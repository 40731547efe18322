import { invalidField } from '#platform/http/app-error.ts';
import { type PasswordContext, passwordWeakness } from './password-policy.ts';

/** @throws AppError `validation_failed` for the field `password`, saying what is wrong with it */
export function requireStrongPassword(password: string, context: PasswordContext): void {
  const weakness = passwordWeakness(password, context);
  if (weakness) throw invalidField('password', weakness);
}
