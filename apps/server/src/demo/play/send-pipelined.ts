import { CompiledQuery } from 'kysely';
import type { runSeatBatch } from '#modules/booking/index.ts';
import type { Tx } from '#platform/db/database.ts';

/** Sends the statements of the booking engine in a transaction whose connection pipelines. */
export function sendPipelined(tx: Tx): Parameters<typeof runSeatBatch>[0] {
  return async <Row>({ text }: { text: string }, values: unknown[]) => {
    const { rows } = await tx.executeQuery(CompiledQuery.raw(text, values));
    return rows as Row[];
  };
}
