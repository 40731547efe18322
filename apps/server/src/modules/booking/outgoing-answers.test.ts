import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PendingCommand } from './command-queue.ts';
import { OutgoingAnswers } from './outgoing-answers.ts';
import { refused } from './seat-command.ts';

function pendingCommands(count: number) {
  const heard: number[] = [];
  const batch = Array.from({ length: count }, (_, i): PendingCommand => {
    const resolve = () => heard.push(i);
    const command: PendingCommand['command'] = { kind: 'closeList', sessionId: 'session' };
    return { command, queuedAt: 0, resolve, reject: () => {} };
  });
  return { heard, batch, decisions: batch.map(() => refused('not_found')) };
}

test('answers wait until they are sent, go out in order, and only once', () => {
  const answers = new OutgoingAnswers();
  const { heard, batch, decisions } = pendingCommands(3);
  answers.add(batch, decisions);
  expect(heard).toEqual([]);
  answers.send();
  answers.send();
  expect(heard).toEqual([0, 1, 2]);
});

test('answers go out by themselves when nobody sends them', async () => {
  const answers = new OutgoingAnswers();
  const { heard, batch, decisions } = pendingCommands(2);
  answers.add(batch, decisions);
  answers.sendWithin(1);
  await delay(20);
  expect(heard).toEqual([0, 1]);
});
