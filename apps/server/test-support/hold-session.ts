import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';

/** A session's row, locked by somebody outside the engine. */
export interface HeldSession {
  /** Resolves once somebody waits for the row. */
  waiter(): Promise<void>;
  release(): Promise<void>;
}

/** Locks a session's row on a connection of its own. */
export async function holdSession(databaseUrl: string, sessionId: string): Promise<HeldSession> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select from sessions where id = $1 for update', [sessionId]);
  return {
    waiter: async () => {
      const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      while ((await client.query(waiting)).rowCount === 0) await delay(5);
    },
    release: async () => {
      await client.query('commit');
      await client.end();
    },
  };
}
