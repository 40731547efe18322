import { sql } from 'kysely';
import { type Static, Type } from 'typebox';
import type { AuditActor } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { found } from '#platform/http/app-error.ts';
import { Id, Instant, Nullable } from '#platform/http/schemas.ts';
import { grantOfPlan, type TicketGrant } from './grant-ticket.ts';
import { termsName } from './terms-name.ts';
import type { TicketService } from './ticket-service.ts';
import type { TicketRow } from './ticket-store.ts';

export const Reason = Type.String({ minLength: 1, maxLength: 500, pattern: '\\S' });

const ByPlan = Type.Object({ userId: Id, planId: Id, reason: Reason }, { additionalProperties: false });

const ByTerms = Type.Object(
  {
    userId: Id,
    name: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 120,
        description: 'Its entries, in the language of the studio, when absent',
      }),
    ),
    entries: Nullable(Type.Integer({ minimum: 1, maximum: 1_000, description: 'null: unlimited' })),
    classIds: Type.Optional(Nullable(Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }))),
    validFrom: Instant,
    validUntil: Instant,
    reason: Reason,
  },
  { additionalProperties: false },
);

/** A ticket without a payment: what a plan promises, or terms of its own. */
export const Assignment = Type.Union([ByPlan, ByTerms]);
type Assignment = Static<typeof Assignment>;

/** Hands a ticket to a member without a payment. An archived plan may still be assigned, it is only not for sale. */
export async function assignTicket(
  tx: Tx,
  tickets: TicketService,
  assignment: Assignment,
  actor: AuditActor,
): Promise<TicketRow> {
  const { userId, reason } = assignment;
  await requireHolder(tx, userId);
  const terms = 'planId' in assignment ? await termsOfPlan(tx, assignment.planId) : await ownTerms(tx, assignment);
  return tickets.grantTicket(tx, { ...terms, userId, paymentId: null, actor, reason });
}

type Terms = Pick<TicketGrant, 'planId' | 'name' | 'entries' | 'classTypeIds' | 'validity'>;

async function termsOfPlan(tx: Tx, planId: string): Promise<Terms> {
  const plan = await findPlanNow(tx, planId);
  return { planId, ...grantOfPlan(plan, plan.now) };
}

/** @throws AppError `not_found` when there is nobody who could hold the ticket */
export async function requireHolder(tx: Tx, userId: string): Promise<void> {
  const user = await tx
    .selectFrom('users')
    .select('id')
    .where('id', '=', userId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst();
  found(user, 'user');
}

/**
 * A plan, also an archived one, and the time of the transaction.
 *
 * @throws AppError `not_found`
 */
export async function findPlanNow(tx: Tx, planId: string) {
  const plan = await tx
    .selectFrom('ticketPlans')
    .selectAll()
    .select(sql<Temporal.Instant>`now()`.as('now'))
    .where('id', '=', planId)
    .executeTakeFirst();
  return found(plan, 'ticket plan');
}

async function ownTerms(
  tx: Tx,
  { name, entries, classIds, validFrom, validUntil }: Static<typeof ByTerms>,
): Promise<Terms> {
  const { defaultLocale } = await tx.selectFrom('studio').select('defaultLocale').executeTakeFirstOrThrow();
  return {
    planId: null,
    name: name ?? termsName(entries, defaultLocale),
    entries,
    classTypeIds: classIds ?? null,
    validity: { from: Temporal.Instant.from(validFrom), until: Temporal.Instant.from(validUntil) },
  };
}
