import type { Database } from '#platform/db/database.ts';
import { invalidField } from '#platform/http/app-error.ts';
import type { SeriesTimes } from './expand-series.ts';
import { refuseRule, ruleDates } from './series-rule.ts';

/** Long enough for a 29 February. */
const YEARS_TO_FIRST = 8;

/** @throws AppError `validation_failed` when these times would never be a session */
export function refuseTimes(times: SeriesTimes): void {
  const { rule, startsOn, endsOn } = times;
  const refusal = refuseRule(rule);
  if (refusal) throw invalidField('rule', refusal);
  if (endsOn && Temporal.PlainDate.compare(endsOn, startsOn) < 0) {
    throw invalidField('endsOn', 'must not be before startsOn');
  }
  const far = startsOn.add({ years: YEARS_TO_FIRST });
  const to = endsOn && Temporal.PlainDate.compare(endsOn, far) < 0 ? endsOn : far;
  if (ruleDates(rule, startsOn, startsOn, to).length === 0) throw invalidField('rule', 'has no day from startsOn on');
}

/** @throws AppError `validation_failed` when the location is not in the catalogue */
export async function findTimeZone(db: Database, locationId: string): Promise<string> {
  const row = await db
    .selectFrom('locations')
    .select('timeZone')
    .where('id', '=', locationId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  if (!row) throw invalidField('locationId', 'is not in the catalogue');
  return row.timeZone;
}
