import type { IdempotencyKey } from '#platform/http/idempotency.ts';
import { type Decision, refused, type SeatCommand } from './seat-command.ts';
import type { SendSql, Statement } from './seat-sql.ts';

interface AnswerRow {
  userId: string;
  key: string;
  requestHash: string;
  response: unknown;
}

const loadAnswers: Statement = {
  name: 'seats.known-answers',
  text: `select k.user_id "userId", k.key, k.request_hash "requestHash", k.response
         from unnest($1::uuid[], $2::text[]) asked (user_id, key)
         join idempotency_keys k on k.user_id = asked.user_id and k.key = asked.key`,
};

const saveAnswers: Statement = {
  name: 'seats.save-answers',
  text: `insert into idempotency_keys (user_id, key, request_hash, status, response)
         select u, k, h, 201, r from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[]) v (u, k, h, r)`,
};

/** What was answered to idempotency keys, before this batch and in it. Refusals changed nothing and are not kept. */
export class KnownAnswers {
  readonly #known = new Map<string, AnswerRow>();
  readonly #fresh: AnswerRow[] = [];

  static async load(send: SendSql, commands: readonly SeatCommand[]): Promise<KnownAnswers> {
    const answers = new KnownAnswers();
    const keys = commands.flatMap((command) => keyOf(command) ?? []);
    if (keys.length === 0) return answers;
    const rows = await send<AnswerRow>(loadAnswers, [keys.map((key) => key.userId), keys.map((key) => key.key)]);
    for (const row of rows) answers.#known.set(nameOf(row), row);
    return answers;
  }

  /** The answer of the first time, or a decision that is remembered when it booked. */
  orDecide(command: SeatCommand, decideNow: () => Decision): Decision {
    const key = keyOf(command);
    if (!key) return decideNow();
    const known = this.#known.get(nameOf(key));
    if (known) {
      return known.requestHash === key.requestHash
        ? { outcome: 'repeated', answer: known.response }
        : refused('idempotency_key_reused');
    }
    const decision = decideNow();
    if (decision.outcome === 'booked') {
      const answer = { ...key, response: decision.booking };
      this.#known.set(nameOf(key), answer);
      this.#fresh.push(answer);
    }
    return decision;
  }

  /** Saves what was answered in this batch. */
  write(send: SendSql, sent: Promise<unknown>[]): void {
    if (this.#fresh.length === 0) return;
    const column = (value: (row: AnswerRow) => unknown) => this.#fresh.map(value);
    sent.push(
      send(saveAnswers, [
        column((row) => row.userId),
        column((row) => row.key),
        column((row) => row.requestHash),
        column((row) => JSON.stringify(row.response)),
      ]),
    );
  }
}

function keyOf(command: SeatCommand): IdempotencyKey | null {
  return command.kind === 'book' ? (command.idempotency ?? null) : null;
}

function nameOf({ userId, key }: Pick<IdempotencyKey, 'userId' | 'key'>): string {
  return `${userId} ${key}`;
}
