import { isProblem } from '@openmat/api-client';

const refusals = ['not_a_url', 'not_https', 'has_user', 'private_address'] as const;

/** Why the API will not send to an address, if that is what it said. */
export function urlRefusal(error: Error | null): (typeof refusals)[number] | undefined {
  if (!isProblem(error, 'validation_failed')) return undefined;
  const { code } = error.problem.errors?.find(({ field }) => field === 'url') ?? {};
  return refusals.find((known) => known === code);
}
