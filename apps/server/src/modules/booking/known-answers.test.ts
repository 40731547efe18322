import { expect, test, vi } from 'vitest';
import { KnownAnswers } from './known-answers.ts';
import { type BookCommand, type Decision, refused } from './seat-command.ts';
import type { SendSql } from './seat-sql.ts';

const idempotency = { userId: 'anna', key: 'tap 1', requestHash: 'flow' };
const command: BookCommand = { kind: 'book', sessionId: 'flow', userId: 'anna', idempotency };
const booked = { outcome: 'booked', booking: { id: 'booking 1', state: 'active' } } as Decision;

/** A connection whose `idempotency_keys` holds these rows, and what was sent on it. */
function database(...rows: object[]) {
  const sent: unknown[][] = [];
  const send = (async (_statement: unknown, values: unknown[]) => {
    sent.push(values);
    return rows;
  }) as SendSql;
  return { send, sent };
}

test('the first time it is decided, the second time in the batch the answer is repeated', async () => {
  const answers = await KnownAnswers.load(database().send, [command, command]);
  const decideNow = vi.fn(() => booked);
  expect(answers.orDecide(command, decideNow)).toBe(booked);
  expect(answers.orDecide(command, decideNow)).toEqual({
    outcome: 'repeated',
    answer: { id: 'booking 1', state: 'active' },
  });
  expect(decideNow).toHaveBeenCalledOnce();
});

test('an answer of an earlier batch is repeated without deciding', async () => {
  const { send } = database({ ...idempotency, response: { id: 'booking 0' } });
  const answers = await KnownAnswers.load(send, [command]);
  expect(answers.orDecide(command, () => refused('already_booked'))).toEqual({
    outcome: 'repeated',
    answer: { id: 'booking 0' },
  });
});

test('with another request the key is refused', async () => {
  const answers = await KnownAnswers.load(database().send, [command]);
  answers.orDecide(command, () => booked);
  const other = { ...command, idempotency: { ...idempotency, requestHash: 'barre' } };
  expect(answers.orDecide(other, () => booked)).toEqual(refused('idempotency_key_reused'));
});

test('the same key of somebody else is another key', async () => {
  const answers = await KnownAnswers.load(database().send, [command]);
  answers.orDecide(command, () => booked);
  const bens = { ...command, userId: 'ben', idempotency: { ...idempotency, userId: 'ben' } };
  expect(answers.orDecide(bens, () => booked)).toBe(booked);
});

test('a refusal is not kept: the next attempt is decided anew', async () => {
  const { send, sent } = database();
  const answers = await KnownAnswers.load(send, [command]);
  expect(answers.orDecide(command, () => refused('no_usable_ticket'))).toEqual(refused('no_usable_ticket'));
  expect(answers.orDecide(command, () => booked)).toBe(booked);
  answers.write(send, []);
  expect(sent.at(-1)).toEqual([['anna'], ['tap 1'], ['flow'], [JSON.stringify({ id: 'booking 1', state: 'active' })]]);
});

test('without keys nothing is asked and nothing is written', async () => {
  const { send, sent } = database();
  const plain: BookCommand = { kind: 'book', sessionId: 'flow', userId: 'anna' };
  const answers = await KnownAnswers.load(send, [plain, { kind: 'closeList', sessionId: 'flow' }]);
  expect(answers.orDecide(plain, () => booked)).toBe(booked);
  answers.write(send, []);
  expect(sent).toEqual([]);
});
