import { Type } from 'typebox';
import { AppError } from './app-error.ts';

/** Which state of something a client has seen. It is compared, nothing else: what it is made of may change. */
export const Version = Type.String({ maxLength: 64, description: 'Another one after every change' });

/** For the body of a PATCH. */
export const SeenVersion = Type.Optional({
  ...Version,
  description: 'The `version` that you saw; another one by now is a `version_conflict`. Without it the last one wins',
});

/** The version of a row that carries the time of its last change or a number that grows. */
export const versionOf = (state: Temporal.Instant | number): string => state.toString();

/**
 * Refuses to change what is no longer as its editor saw it. Call it when the row is locked.
 *
 * @throws AppError `version_conflict` with the present `version`
 */
export function refuseOtherVersion(seen: string | number | undefined, state: Temporal.Instant | number): void {
  const version = versionOf(state);
  if (seen !== undefined && String(seen) !== version) throw new AppError('version_conflict', { extra: { version } });
}
