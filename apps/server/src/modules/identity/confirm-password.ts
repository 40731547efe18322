import { invalidField } from '#platform/http/app-error.ts';
import type { IdentityDeps } from './identity-deps.ts';
import type { User } from './identity-store.ts';
import type { Origin } from './origin.ts';

/**
 * Makes sure that a signed-in caller knows the password: an access token may have been stolen. Counts towards the same
 * limits as a login, or it would be a way around them.
 *
 * @param field the request's field that carries the password
 * @throws AppError `validation_failed` when it is absent, `invalid_credentials`, `rate_limited`, `busy`
 */
export async function confirmPassword(
  { loginLimits, passwords }: Pick<IdentityDeps, 'loginLimits' | 'passwords'>,
  user: User,
  given: { field: string; password: string | undefined },
  origin: Origin,
): Promise<void> {
  const { field, password } = given;
  if (password === undefined) throw invalidField(field, 'is needed for this change');
  await loginLimits.attempt({ email: user.email, address: origin.address }, async () => {
    const matches = await passwords.verify(user.passwordHash, password);
    return matches || undefined;
  });
}
