import { type TProperties, type TSchema, Type } from 'typebox';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Nullable, TimeZone } from '#platform/http/schemas.ts';
import { SeenVersion, Version } from '#platform/http/version.ts';
import { Minutes } from './minutes.ts';

/** The own fields of all kinds together; each kind has those that its `fields` name. */
export interface CatalogueValues {
  name: string;
  description: string;
  cancellationCutoffMinutes: number | null;
  address: string;
  timeZone: string;
  bio: string;
}

export interface CatalogueItem extends Partial<CatalogueValues> {
  id: string;
  isActive: boolean;
}

/** The same for those who change it. */
export interface ManagedCatalogueItem extends CatalogueItem {
  version: string;
}

/** What is changed of one; what is absent stays. */
export type CatalogueChange = Partial<CatalogueValues> & { isActive?: true; version?: string };

/** Something sessions are made of. The three kinds differ in their fields only. */
export interface CatalogueKind {
  /** The word of the domain, in problem texts and the audit log. */
  entity: 'class' | 'location' | 'instructor';
  path: 'classes' | 'locations' | 'instructors';
  table: 'classTypes' | 'locations' | 'instructors';
  sessionColumn: 'classTypeId' | 'locationId' | 'instructorId';
  fields: (keyof CatalogueValues)[];
  view: TSchema;
  managedView: TSchema;
  createBody: TSchema;
  patchBody: TSchema;
}

/** All own fields of the kind, under the names that they have in the database. */
export function catalogueColumns({ fields }: CatalogueKind): CsvColumns<ManagedCatalogueItem> {
  const own = fields.map((field) => [
    field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    (item: ManagedCatalogueItem) => item[field],
  ]);
  return { id: ({ id }) => id, ...Object.fromEntries(own), is_active: ({ isActive }) => isActive };
}

const Name = Type.String({ maxLength: 120, pattern: '\\S' });
const Text = Type.String({ maxLength: 4_000 });
const Restored = Type.Literal(true, { description: 'Puts a deleted one back into the catalogue' });

function kind(
  names: Omit<CatalogueKind, 'fields' | 'view' | 'managedView' | 'createBody' | 'patchBody'> & { $id: string },
  required: TProperties,
  optional: TProperties,
): CatalogueKind {
  const { $id, ...rest } = names;
  const fields = { ...required, ...optional };
  const view = { id: Id, ...fields, isActive: Type.Boolean() };
  const strict = { additionalProperties: false };
  return {
    ...rest,
    fields: Object.keys(fields) as (keyof CatalogueValues)[],
    view: Type.Object(view, { $id }),
    managedView: Type.Object({ ...view, version: Version }, { $id: `Managed${$id}` }),
    createBody: Type.Object({ ...required, ...Type.Partial(Type.Object(optional)).properties }, strict),
    patchBody: Type.Partial(Type.Object({ ...fields, isActive: Restored, version: SeenVersion }), strict),
  };
}

export const classes = kind(
  { entity: 'class', path: 'classes', table: 'classTypes', sessionColumn: 'classTypeId', $id: 'Class' },
  { name: Name },
  { description: Text, cancellationCutoffMinutes: Nullable(Minutes) },
);

export const locations = kind(
  { entity: 'location', path: 'locations', table: 'locations', sessionColumn: 'locationId', $id: 'Location' },
  { name: Name, timeZone: TimeZone },
  { address: Text },
);

export const instructors = kind(
  { entity: 'instructor', path: 'instructors', table: 'instructors', sessionColumn: 'instructorId', $id: 'Instructor' },
  { name: Name },
  { bio: Text },
);
