import { sql } from 'kysely';
import type { Database } from '../src/platform/db/database.ts';

/**
 * Everything that migrations make, one line each and sorted, so that two states of a schema can be compared: tables with their
 * options, columns in order, constraints, indexes, triggers, functions, extensions. What belongs to an extension is the
 * extension's business.
 */
export async function describeSchema(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    with ours as (
      select c.oid, c.relname, c.relkind, c.reloptions from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relname not like 'schema_migrations%'
        and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    ), described (line) as (
      select format('%s %s %s', case relkind when 'r' then 'table' else relkind::text end, relname, reloptions) from ours where relkind <> 'i'
      union all
      -- The place among those that are left: a column that was dropped keeps its number.
      select format('column %s.%s %s %s%s%s%s', o.relname, row_number() over (partition by o.oid order by a.attnum), a.attname,
        format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end,
        ' default ' || pg_get_expr(d.adbin, d.adrelid),
        case when a.attidentity <> '' then format(' identity %s', a.attidentity) when a.attgenerated <> '' then ' generated' end)
      from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where o.relkind in ('r', 'v', 'm')
      union all
      select format('constraint %s.%s %s', o.relname, c.conname, pg_get_constraintdef(c.oid))
      from ours o join pg_constraint c on c.conrelid = o.oid
      union all
      select pg_get_indexdef(oid) from ours where relkind = 'i'
      union all
      select format('view %s %s', relname, pg_get_viewdef(oid)) from ours where relkind in ('v', 'm')
      union all
      select pg_get_triggerdef(t.oid) from ours o join pg_trigger t on t.tgrelid = o.oid where not t.tgisinternal
      union all
      select pg_get_functiondef(p.oid) from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prokind <> 'a'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      union all
      select format('type %s %s', t.typname, (select array_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid))
      from pg_type t where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'e', 'r')
        and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
      union all
      select format('extension %s', extname) from pg_extension where extname <> 'plpgsql'
    )
    select line from described order by line`.execute(db);
  return rows.map(({ line }) => line);
}
