import type { MessageFacts } from '../message-facts.ts';
import { isLimited } from './booking-notes.ts';
import { type Outliner, pages } from './message-outline.ts';

/** What a member owns and paid. */
export const ticketOutlines = {
  ticket_bought: () => ({ paragraphs: ['ticket_bought.body'], facts: 'purchase', target: pages.schedule }),
  ticket_low: () => ({ paragraphs: ['ticket_low.body', 'ticket_low.next'], facts: 'ticket', target: pages.tickets }),
  ticket_expiring: (facts) => ({
    paragraphs: ['ticket_expiring.body', isLimited(facts) ? 'ticket_expiring.left' : null],
    facts: 'ticket',
    target: pages.schedule,
  }),
  payment_refunded: (facts) => ({
    paragraphs: [isWhole(facts) ? 'payment_refunded.whole' : 'payment_refunded.part', 'payment_refunded.bank'],
    facts: 'refund',
    target: pages.tickets,
  }),
} as const satisfies Record<string, Outliner>;

function isWhole({ payment }: MessageFacts): boolean {
  return payment !== undefined && payment.refundedMinor >= payment.amountMinor;
}
