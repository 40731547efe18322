import { type Static, Type } from 'typebox';
import type { AuditActor } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { AppError, invalidField } from '#platform/http/app-error.ts';
import { Id, OneOf } from '#platform/http/schemas.ts';
import { findPlanNow, Reason, requireHolder } from './assign-ticket.ts';
import { grantOfPlan } from './grant-ticket.ts';
import type { TicketService } from './ticket-service.ts';
import type { TicketRow } from './ticket-store.ts';

export const DeskSale = Type.Object(
  {
    planId: Id,
    paidWith: {
      ...OneOf(['cash', 'card_terminal', 'free']),
      description: '`free` needs a `reason` unless the plan costs nothing',
    },
    reason: Type.Optional(Reason),
  },
  { additionalProperties: false },
);
export type DeskSale = Static<typeof DeskSale>;

/** Kept as words, for whoever reads the ledger through the API; the web app says them in the reader's language (`known-reason.ts`). */
const PAID: Record<DeskSale['paidWith'], string> = {
  cash: 'Paid at the desk in cash',
  card_terminal: 'Paid at the desk by card',
  free: 'Given at the desk',
};

/**
 * Hands a member what a plan promises, paid outside of Stripe. That makes no payment, which only Stripe does, but a sale at the
 * desk, which revenue counts apart. How it was paid is also in the audit log, and in words in the ticket's ledger.
 *
 * @throws AppError `not_found`, `plan_not_for_sale`; `validation_failed` for what is given away without a reason
 */
export async function sellTicket(
  tx: Tx,
  tickets: TicketService,
  userId: string,
  { planId, paidWith, reason }: DeskSale,
  actor: AuditActor,
): Promise<TicketRow> {
  await requireHolder(tx, userId);
  const plan = await findPlanNow(tx, planId);
  if (plan.archivedAt) throw new AppError('plan_not_for_sale');
  const isGift = paidWith === 'free' && plan.priceMinor > 0;
  if (isGift && !reason) throw invalidField('reason', 'is needed when nothing is paid');
  const [paidMinor, currency] = [paidWith === 'free' ? 0 : plan.priceMinor, plan.currency];
  const ticket = await tickets.grantTicket(tx, {
    ...grantOfPlan(plan, plan.now),
    userId,
    planId,
    paymentId: null,
    deskSale: { paidWith, paidMinor, currency },
    actor,
    reason: [PAID[paidWith], ...(reason ? [reason] : [])].join(': '),
  });
  if (paidWith !== 'free') {
    const sale = { ticketId: ticket.id, amountMinor: paidMinor, currency, method: paidWith, soldBy: actor.id };
    await tx.insertInto('deskSales').values(sale).execute();
  }
  return ticket;
}
