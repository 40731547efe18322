import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { ClassRef, Count, Hour, Share, Weekday } from './chart-schemas.ts';
import { settledThrough } from './keep-rollup.ts';
import { shareOf } from './ratios.ts';
import { countedWaits } from './session-waits.ts';
import { hourOf, sessionsIn, startsAround, weekdayOf } from './sessions-in.ts';

const waits = { waited: Count, unmet: Count, unmetShare: Share };
const Item = Type.Object({ class: ClassRef, weekday: Weekday, hour: Hour, ...waits });
const ByClass = Type.Object({ class: ClassRef, ...waits });
const ByHour = Type.Object({ weekday: Weekday, hour: Hour, ...waits });

/** Who waited and was never placed: what a further session could have been sold to. */
export const demand = defineChart({
  path: 'demand',
  operationId: 'getDemand',
  summary: 'Unmet demand: who waited and never got a place',
  description:
    'Of sessions that were held. A member counts once per session, by their last time on its list. `waited`: all who were on ' +
    'it; `unmet`: those who were not promoted and held no place in the end either, also when they left the list.',
  about: 'sessions',
  answer: Type.Object({
    total: Type.Object(waits),
    byClass: Type.Array(ByClass, { description: 'The most unmet first' }),
    byHour: Type.Array(ByHour, { description: 'By weekday, then hour; only hours in which somebody waited' }),
    items: Type.Array(Item, { description: 'Both together' }),
  }),
  load: async (db, scope) => {
    const items = (await countWaits(db, scope)).map(({ id, name, weekday, hour, waited, unmet }) => ({
      class: { id, name },
      weekday,
      hour,
      ...waitsOf([{ waited, unmet }]),
    }));
    return { total: waitsOf(items), byClass: groupByClass(items), byHour: groupByHour(items), items };
  },
  rows: ({ items }) => items,
  columns: {
    class_id: (row) => row.class.id,
    class: (row) => row.class.name,
    weekday: ({ weekday }) => weekday,
    hour: ({ hour }) => hour,
    waited: ({ waited }) => waited,
    unmet: ({ unmet }) => unmet,
    unmet_share: ({ unmetShare }) => unmetShare,
  },
});

type Item = Static<typeof Item>;

function groupByClass(items: readonly Item[]): Static<typeof ByClass>[] {
  const groups = [...Map.groupBy(items, (item) => item.class.id).values()];
  return groups
    .flatMap((group) => (group[0] ? [{ class: group[0].class, ...waitsOf(group) }] : []))
    .sort((a, b) => b.unmet - a.unmet || a.class.name.localeCompare(b.class.name));
}

function groupByHour(items: readonly Item[]): Static<typeof ByHour>[] {
  const groups = [...Map.groupBy(items, ({ weekday, hour }) => weekday * 24 + hour)].sort(([a], [b]) => a - b);
  return groups.map(([key, group]) => ({ weekday: Math.floor(key / 24), hour: key % 24, ...waitsOf(group) }));
}

function waitsOf(rows: readonly { waited: number; unmet: number }[]) {
  const waited = rows.reduce((sum, row) => sum + row.waited, 0);
  const unmet = rows.reduce((sum, row) => sum + row.unmet, 0);
  return { waited, unmet, unmetShare: shareOf(unmet, waited) };
}

/** Settled sessions have their waits in `session_waits`; those of the last days are counted from the bookings. */
async function countWaits(db: Database, { period, filter, now }: Scope) {
  const settled = await settledThrough(db, 'session_waits', period.timeZone);
  const through = settled ? sql`${settled}::timestamptz` : sql`'-infinity'::timestamptz`;
  const lately = countedWaits(sql`b.starts_at >= ${through} and ${startsAround(period, 'b')}`);
  const { rows } = await sql<{
    id: string;
    name: string;
    weekday: number;
    hour: number;
    waited: number;
    unmet: number;
  }>`
    with held as materialized (select * from ${sessionsIn(period, filter)} s where s.starts_at <= ${now}),
    waits as (
      select h.class_type_id, h.local_start, w.waited, w.unmet
      from held h join session_waits w on w.session_id = h.id where h.starts_at < ${through}
      union all
      select h.class_type_id, h.local_start, w.waited, w.unmet
      from held h join ${lately} w on w.session_id = h.id
    )
    select c.id, c.name, w.weekday, w.hour, w.waited, w.unmet
    from (
      select w.class_type_id, ${weekdayOf('w.localStart')} as weekday, ${hourOf('w.localStart')} as hour,
        sum(w.waited)::bigint as waited, sum(w.unmet)::bigint as unmet
      from waits w group by 1, 2, 3
    ) w join class_types c on c.id = w.class_type_id
    order by c.name, c.id, w.weekday, w.hour`.execute(db);
  return rows;
}
