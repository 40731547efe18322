import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { Scope } from './analytics-query.ts';
import { defineChart } from './chart.ts';
import { ClassRef, Count, Hour, Share, Weekday } from './chart-schemas.ts';
import { shareOf } from './ratios.ts';
import { sessionsIn, startsAround } from './sessions-in.ts';

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
    'Of sessions that were held. A member counts once per session, however often they joined its list. `waited`: all who were ' +
    'on the list; `unmet`: those of them who were neither promoted nor got a place in the session in another way, also when they left the list.',
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

/**
 * Queued bookings come from `bookings_queued`, without a look at the others. Whoever stayed on the list until it closed had no
 * place: that needs to be asked only of those who left it.
 */
async function countWaits(db: Database, { period, filter, now }: Scope) {
  const { rows } = await sql<{
    id: string;
    name: string;
    weekday: number;
    hour: number;
    waited: number;
    unmet: number;
  }>`
    with queued as (
      select b.session_id, b.user_id, bool_or(b.promoted_at is not null) as promoted,
        bool_or(b.canceled_reason is distinct from 'list_closed') as left_early
      from bookings b where b.queue_number is not null and ${startsAround(period)}
      group by b.session_id, b.user_id
    )
    select c.id, c.name, extract(isodow from s.local_start)::int as weekday, extract(hour from s.local_start)::int as hour,
      count(*) as waited,
      count(*) filter (where not q.promoted and not (q.left_early and exists (
        select from bookings b where b.session_id = q.session_id and b.user_id = q.user_id and b.state = 'active'))) as unmet
    from ${sessionsIn(period, filter)} s join queued q on q.session_id = s.id join class_types c on c.id = s.class_type_id
    where s.starts_at <= ${now}
    group by c.id, weekday, hour order by c.name, c.id, weekday, hour`.execute(db);
  return rows;
}
