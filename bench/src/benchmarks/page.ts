import type { Benchmark } from '../benchmark.ts';
import { sessionId } from '../environment/ids.ts';
import { withWebServer } from '../environment/web-server.ts';
import { loadApi, unexpectedAnswers } from '../measure/load-api.ts';
import { loadPage, openPhone, openTab } from '../measure/page-loads.ts';
import { openPage, type PageVitals, readVitals } from '../measure/page-vitals.ts';
import { formatTable } from '../report/table.ts';
import type { Target } from '../report/targets.ts';

const SESSIONS = 20;
const CAPACITY = 3;
const PLACES = SESSIONS * CAPACITY;
const LOADS_PER_ROUND = 3;

/** A member opens the schedule and a session on a phone; then others take every place of the day. */
export const page: Benchmark = {
  summary: 'the schedule and a session in a browser: paints, layout shifts, scripts',
  size: () => ({
    members: PLACES,
    baselineMembers: 0,
    sessions: SESSIONS,
    sessionsPerDay: SESSIONS,
    capacity: CAPACITY,
  }),
  run: async ({ environment, options, progress }) =>
    withWebServer(environment.apis[0]?.url ?? '', async (webUrl) => {
      await using phone = await openPhone();
      const schedule = `${webUrl}/?day=${Temporal.Now.plainDateISO('UTC').add({ days: 1 })}`;
      progress('warming up');
      await loadPage(phone, schedule, 1);
      const loads = options.rounds * LOADS_PER_ROUND;
      progress(`opening the schedule ${loads} times`);
      const ofSchedule = await loadPage(phone, schedule, loads);
      progress(`opening a session ${loads} times`);
      const ofSession = await loadPage(phone, `${webUrl}/sessions/${sessionId(1)}`, loads);
      progress('taking every place while the schedule is open');
      const tab = await openTab(phone);
      await openPage(tab, schedule);
      const bookings = Uint32Array.from({ length: PLACES * 2 }, bookingNumber);
      const sample = await loadApi(environment, { connections: 1, requests: { bookings }, pauseMs: 20 });
      const whileBooked = await readVitals(tab);
      return {
        tables: [
          tableOf([
            ['schedule, first visit', ofSchedule.first],
            ['schedule, again', ofSchedule.again],
            ['one session, first visit', ofSession.first],
            ['one session, again', ofSession.again],
            [`schedule, while ${sample.confirmed} book`, whileBooked],
          ]),
        ],
        targets: targetsOf(ofSchedule.first, whileBooked),
        confirmed: sample.confirmed,
        faults: unexpectedAnswers('Openmat', sample, 201),
      };
    }),
};

/** Pairs of member and session; each member takes one place, the sessions in turn. */
function bookingNumber(_: unknown, index: number): number {
  const booking = Math.floor(index / 2);
  return (index % 2 === 0 ? booking : booking % SESSIONS) + 1;
}

function tableOf(rows: readonly (readonly [string, PageVitals])[]): string {
  const header = ['', 'first byte ms', 'first paint ms', 'largest ms', 'layout shift', 'scripts kB', 'transferred kB'];
  return formatTable(
    header,
    rows.map(([name, { firstByte, firstPaint, largestPaint, layoutShift, scripts, transferred }]) => [
      name,
      firstByte,
      firstPaint,
      largestPaint,
      layoutShift.toFixed(4),
      scripts / 1_000,
      transferred / 1_000,
    ]),
  );
}

function targetsOf({ largestPaint, layoutShift, scripts }: PageVitals, whileBooked: PageVitals): Target[] {
  const less = { better: 'less' } as const;
  return [
    { ...less, name: 'largest paint of the schedule', value: largestPaint, unit: ' ms', must: 1_000, goal: 500 },
    { ...less, name: 'layout shift of the schedule', value: layoutShift, unit: '', must: 0.02, goal: 0 },
    { ...less, name: 'the same while counters move', value: whileBooked.layoutShift, unit: '', must: 0.02, goal: 0 },
    { ...less, name: 'scripts of the schedule', value: scripts / 1_000, unit: ' kB', must: 170 },
  ];
}
