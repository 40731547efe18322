import { CompiledQuery } from 'kysely';
import type pg from 'pg';
import type { Tx } from '#platform/db/database.ts';

/** A statement that the engine sends again and again; the name lets PostgreSQL keep its plan. */
export interface Statement {
  name?: string;
  text: string;
}

/**
 * Sends statements inside one transaction, in the order of the calls, without waiting for answers in between where the
 * connection can pipeline.
 */
export type SendSql = <Row>(statement: Statement, values: unknown[]) => Promise<Row[]>;

/** On a lane's own pipelined connection. */
export function sendOnLane(client: pg.Client): SendSql {
  return async <Row>({ name, text }: Statement, values: unknown[]) => {
    const { rows } = await client.query({ ...(name && { name }), text, values });
    return rows as Row[];
  };
}

/** Inside a transaction that somebody else opened; its connection takes one statement at a time. */
export function sendInTransaction(tx: Tx): SendSql {
  let previous: Promise<unknown> = Promise.resolve();
  return <Row>({ text }: Statement, values: unknown[]) => {
    const answer = previous.then(() => tx.executeQuery(CompiledQuery.raw(text, values)));
    previous = answer.catch(() => {});
    return answer.then(({ rows }) => rows as Row[]);
  };
}
