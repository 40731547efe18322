import { sql } from 'kysely';
import type { Tx } from '#platform/db/database.ts';
import { AppError } from '#platform/http/app-error.ts';
import type { CatalogueKind } from './catalogue.ts';

/**
 * Call it when the row is locked: whoever comes to need it takes a share lock on the row first, so that nothing can appear between
 * this check and the end of the transaction.
 *
 * @throws AppError `still_in_use` when a session that has not ended, or a series that goes on, needs it
 */
export async function refuseWhileNeeded(tx: Tx, kind: CatalogueKind, id: string): Promise<void> {
  const { sessions } = await tx
    .selectFrom('sessions')
    .select(({ fn }) => fn.countAll<number>().as('sessions'))
    .where(kind.sessionColumn, '=', id)
    .where('state', '=', 'scheduled')
    .where('deletedAt', 'is', null)
    .where('endsAt', '>', sql<Temporal.Instant>`now()`)
    .executeTakeFirstOrThrow();
  const { series } = await tx
    .selectFrom('series')
    .select(({ fn }) => fn.countAll<number>().as('series'))
    .where(kind.sessionColumn, '=', id)
    .where('deletedAt', 'is', null)
    .where((eb) => eb.or([eb('endsOn', 'is', null), eb('endsOn', '>=', sql<Temporal.PlainDate>`current_date`)]))
    .executeTakeFirstOrThrow();
  if (sessions + series === 0) return;
  throw new AppError('still_in_use', {
    detail: `${sessions} coming sessions and ${series} series need this ${kind.entity}`,
    extra: { sessions, series },
  });
}
