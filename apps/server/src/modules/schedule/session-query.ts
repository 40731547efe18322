import { type Static, Type } from 'typebox';
import { invalidField } from '#platform/http/app-error.ts';
import { Id, Instant, PageQuery } from '#platform/http/schemas.ts';
import type { SessionFilter } from './session-read-model.ts';

/** Query parameters of every list of sessions. */
export const SessionQuery = Type.Object({
  from: Type.Optional({ ...Instant, description: 'Starting at or after this; now when absent' }),
  to: Type.Optional({ ...Instant, description: 'Starting before this' }),
  classId: Type.Optional(Id),
  locationId: Type.Optional(Id),
  instructorId: Type.Optional(Id),
  hasSeats: Type.Optional(Type.Boolean({ description: 'True: with a free seat; false: full or canceled' })),
  ...PageQuery.properties,
});

/**
 * The filter that a query asks for.
 *
 * @throws AppError `validation_failed` when `from` is after `to`
 */
export function sessionFilter({ from, to, ...query }: Static<typeof SessionQuery>): SessionFilter {
  const { classId, locationId, instructorId, hasSeats } = query;
  const window = {
    from: from ? Temporal.Instant.from(from) : undefined,
    to: to ? Temporal.Instant.from(to) : undefined,
  };
  if (window.from && window.to && Temporal.Instant.compare(window.from, window.to) > 0) {
    throw invalidField('from', 'must not be after to');
  }
  return { ...window, classId, locationId, instructorId, hasSeats };
}
