import type { AuditActor } from '#modules/audit/index.ts';
import type { Database } from '#platform/db/database.ts';
import { rehearse } from '#platform/db/transaction.ts';
import { AppError, type ErrorDetails } from '#platform/http/app-error.ts';
import type { IdempotencyKey } from '#platform/http/idempotency.ts';
import type { BookingEngine } from './booking-engine.ts';
import { consequencesOf } from './consequences.ts';
import { type ConsequencesView, consequencesView } from './consequences-view.ts';
import { previewSeatCommand } from './seat-batch.ts';
import type {
  BookCommand,
  BookingAnswer,
  CancelSessionCommand,
  ChangeSessionCommand,
  Decision,
  DeleteSessionCommand,
} from './seat-command.ts';
import { sendInTransaction } from './seat-sql.ts';

/** What a member would get from canceling right now. */
export interface CancellationPreview {
  allowed: boolean;
  /** Needs `forfeit: true`. */
  late: boolean;
  entryReturned: boolean;
  /** Free until then; null for a waiting booking. */
  deadline: string | null;
  /** Why it is not allowed at all. */
  refusal: string | null;
}

export interface CanceledBooking extends BookingAnswer {
  late: boolean;
  entryReturned: boolean;
}

/**
 * Books a member into a session or its waiting list.
 *
 * @throws AppError with the refusals of DOMAIN "Book"; `busy` under overload
 */
export async function bookSession(
  engine: BookingEngine,
  command: Omit<BookCommand, 'kind'> & { idempotency: IdempotencyKey | null },
): Promise<BookingAnswer> {
  const decision = accepted(await engine.run({ ...command, kind: 'book' }));
  if (decision.outcome === 'repeated') return decision.answer as BookingAnswer;
  if (decision.outcome !== 'booked') throw unexpected(decision);
  return decision.booking;
}

/**
 * Cancels a booking.
 *
 * @param staff set when staff cancels for the member; it is then always free
 * @throws AppError `cancellation_cutoff_passed` with the deadline unless `forfeit`; `session_started`, `already_canceled`
 */
export async function cancelBooking(
  engine: BookingEngine,
  booking: { id: string; sessionId: string; userId: string },
  options: { forfeit: boolean; staff?: AuditActor; reason?: string | null },
): Promise<CanceledBooking> {
  const { id: bookingId, sessionId, userId } = booking;
  const decision = accepted(await engine.run({ ...options, kind: 'cancel', bookingId, sessionId, userId }));
  if (decision.outcome !== 'canceled') throw unexpected(decision);
  const { late, entryReturned } = decision;
  return { ...decision.booking, late, entryReturned };
}

/** Decides the member's cancellation without doing it: the very same rules on the present state, rolled back. */
export async function previewCancellation(
  db: Database,
  booking: { id: string; sessionId: string; userId: string },
): Promise<CancellationPreview> {
  const { id: bookingId, sessionId, userId } = booking;
  const command = { kind: 'cancel', bookingId, sessionId, userId, forfeit: true } as const;
  const { decision } = await rehearse(db, (tx) => previewSeatCommand(sendInTransaction(tx), command));
  if (decision.outcome === 'refused') {
    return { allowed: false, late: false, entryReturned: false, deadline: null, refusal: decision.code };
  }
  if (decision.outcome !== 'canceled') throw unexpected(decision);
  const { late, entryReturned, deadline } = decision;
  return { allowed: true, late, entryReturned, deadline, refusal: null };
}

/**
 * Changes, cancels or deletes a session, or only says what that would mean: the very same rules on the present state, not saved.
 *
 * @returns the consequences of a dry run, otherwise null
 * @throws AppError with the refusals of `decideChangeSession`, `decideCancelSession`, `decideDeleteSession`, of a dry run too
 */
export async function changeSession(
  { db, engine }: { db: Database; engine: BookingEngine },
  command: ChangeSessionCommand | CancelSessionCommand | DeleteSessionCommand,
  dryRun: boolean,
): Promise<ConsequencesView | null> {
  if (!dryRun) {
    accepted(await engine.run(command));
    return null;
  }
  return rehearse(db, async (tx) => {
    const { decision, rooms } = await previewSeatCommand(sendInTransaction(tx), command);
    accepted(decision);
    return consequencesView(tx, consequencesOf(rooms));
  });
}

type Accepted = Exclude<Decision, { outcome: 'refused' }>;

/**
 * The decision, unless it is a refusal.
 *
 * @param context further members of the problem document
 * @throws AppError with the refusal's code
 */
export function accepted(decision: Decision, context: Record<string, unknown> = {}): Accepted {
  if (decision.outcome !== 'refused') return decision;
  const { detail, errors, ...extra } = decision.details as ErrorDetails & Record<string, unknown>;
  const details = { ...(detail && { detail }), ...(errors && { errors }) };
  throw new AppError(decision.code, { ...details, extra: { ...extra, ...context } });
}

function unexpected(decision: Decision): Error {
  return new Error(`the engine answered ${decision.outcome} to another kind of command`);
}
