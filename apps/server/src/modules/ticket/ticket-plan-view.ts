import type { Selectable } from 'kysely';
import { type Static, Type } from 'typebox';
import type { DB } from '#platform/db/db-types.generated.ts';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Nullable, OneOf } from '#platform/http/schemas.ts';
import { SeenVersion, Version, versionOf } from '#platform/http/version.ts';
import { type ClassNames, nameClasses } from './class-names.ts';

export type TicketPlanRow = Selectable<DB['ticketPlans']>;

const fields = {
  name: Type.String({ minLength: 1, maxLength: 120 }),
  description: Type.String({ maxLength: 2_000 }),
  price: Type.Integer({ minimum: 0, maximum: 100_000_000, description: 'In minor units of the currency' }),
  currency: Type.String({ pattern: '^[A-Z]{3}$', description: 'ISO 4217' }),
  entries: Nullable(Type.Integer({ minimum: 1, maximum: 1_000, description: 'null: unlimited' })),
  validityDays: Type.Integer({ minimum: 1, maximum: 3_650 }),
  starts: OneOf(['purchase', 'first_booking']),
  classIds: Nullable(
    Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, description: 'null: every class' }),
  ),
  position: Type.Integer({
    minimum: 0,
    maximum: 10_000,
    description: 'Place in the shop, the first is 0; others make room',
  }),
};

export const TicketPlanView = Type.Object({ id: Id, ...fields, isActive: Type.Boolean() });

export const AdminTicketPlanView = Type.Object({
  ...TicketPlanView.properties,
  version: Version,
});

const { name, price, entries, validityDays, ...optional } = fields;
export const NewTicketPlan = Type.Object(
  { name, price, entries, validityDays, ...Type.Partial(Type.Object(optional)).properties },
  { additionalProperties: false },
);
export type NewTicketPlan = Static<typeof NewTicketPlan>;

export const TicketPlanPatch = Type.Partial(
  Type.Object({
    ...fields,
    isActive: Type.Boolean({ description: 'true takes it out of the archive' }),
    version: SeenVersion,
  }),
  { additionalProperties: false, minProperties: 1 },
);
export type TicketPlanPatch = Static<typeof TicketPlanPatch>;

export const ticketPlanColumns = (classes: ClassNames): CsvColumns<Static<typeof AdminTicketPlanView>> => ({
  id: ({ id }) => id,
  name: ({ name }) => name,
  description: ({ description }) => description,
  price_minor: ({ price }) => price,
  currency: ({ currency }) => currency,
  entries: ({ entries }) => entries,
  validity_days: ({ validityDays }) => validityDays,
  starts: ({ starts }) => starts,
  class_ids: ({ classIds }) => classIds?.join(' '),
  classes: ({ classIds }) => nameClasses(classes, classIds),
  position: ({ position }) => position,
  is_active: ({ isActive }) => isActive,
});

/** A plan as the API shows it. */
export function ticketPlanView(plan: TicketPlanRow): Static<typeof TicketPlanView> {
  const { id, name, description, currency, entries, validityDays, starts, position } = plan;
  const { priceMinor: price, classTypeIds: classIds, archivedAt } = plan;
  return {
    id,
    name,
    description,
    price,
    currency,
    entries,
    validityDays,
    starts,
    classIds,
    position,
    isActive: archivedAt === null,
  };
}

/** A plan as its keeper sees it. */
export function adminTicketPlanView(plan: TicketPlanRow): Static<typeof AdminTicketPlanView> {
  return { ...ticketPlanView(plan), version: versionOf(plan.updatedAt) };
}
