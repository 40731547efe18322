import type { Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { decodeCursor, page } from '#platform/http/cursor.ts';
import { versionOf } from '#platform/http/version.ts';
import type { CatalogueItem, CatalogueKind, CatalogueValues, ManagedCatalogueItem } from './catalogue.ts';

/** A row of any of the three tables; read only the columns that the kind has. */
export type CatalogueRow = CatalogueValues &
  Pick<Selectable<DB[CatalogueKind['table']]>, 'id' | 'deletedAt' | 'updatedAt'>;

export interface CatalogueQuery {
  limit?: number;
  cursor?: string;
  /** Without it both the active and the deleted. */
  isActive?: boolean;
}

/** One page of a kind, by name. */
export async function listCatalogue<View extends CatalogueItem>(
  db: Database,
  kind: CatalogueKind,
  query: CatalogueQuery,
  toView: (kind: CatalogueKind, row: CatalogueRow) => View,
) {
  const { limit = 50, cursor, isActive } = query;
  let rows = db
    .selectFrom(kind.table)
    .selectAll()
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1);
  if (isActive !== undefined) rows = rows.where('deletedAt', isActive ? 'is' : 'is not', null);
  if (cursor !== undefined) {
    const [name = '', id = ''] = decodeCursor(cursor, ['text', 'id']);
    rows = rows.where(({ eb, refTuple, tuple }) => eb(refTuple('name', 'id'), '>', tuple(name, id)));
  }
  return page(
    await rows.execute(),
    limit,
    (row) => toView(kind, row),
    (row) => [row.name, row.id],
  );
}

export function catalogueItem(kind: CatalogueKind, row: CatalogueRow): CatalogueItem {
  const own = Object.fromEntries(kind.fields.map((field) => [field, row[field]]));
  return { id: row.id, ...own, isActive: row.deletedAt === null };
}

export function managedCatalogueItem(kind: CatalogueKind, row: CatalogueRow): ManagedCatalogueItem {
  return { ...catalogueItem(kind, row), version: versionOf(row.updatedAt) };
}
