import { runSeatBatch } from '#modules/booking/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { Agenda } from '../story/agenda.ts';
import type { Deed } from './deed.ts';
import type { DeferredSeats } from './deferred-seats.ts';
import { sendPipelined } from './send-pipelined.ts';

/** Lets everything on the agenda happen: at each beat first the work, then all commands about seats as one batch. */
export async function playStory(tx: Tx, agenda: Agenda<Deed>, seats: DeferredSeats): Promise<void> {
  const send = sendPipelined(tx);
  for (const [at, deeds] of agenda) {
    await Promise.all(deeds.filter((deed) => 'work' in deed).map(({ work }) => work(tx, at)));
    const tried = deeds.filter((deed) => 'command' in deed);
    const consequences = await seats.takeCommands(tx, at);
    const commands = [...consequences, ...tried.map(({ command }) => command)];
    if (commands.length === 0) continue;
    const decisions = await runSeatBatch(send, commands, { jobs: null, now: at });
    for (const [index, decision] of decisions.slice(consequences.length).entries()) {
      tried[index]?.decided?.(decision, at);
    }
  }
}
