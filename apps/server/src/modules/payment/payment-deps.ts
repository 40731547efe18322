import type { Logger } from 'pino';
import type Stripe from 'stripe';
import type { TicketService } from '#modules/ticket/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { JobQueue } from '#platform/jobs/job-queue.ts';

/** What the use cases of payments work with. */
export interface PaymentDeps {
  config: { webUrl: string; stripeWebhookSecret: string; stripeSecretKey: string | null };
  log: Logger;
  db: Database;
  jobs: JobQueue;
  stripe: Stripe;
  tickets: TicketService;
}
