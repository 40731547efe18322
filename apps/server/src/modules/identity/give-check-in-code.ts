import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { violatedConstraint } from '#platform/db/pg-error.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { AppError } from '#platform/http/app-error.ts';
import { createCheckInCode } from './check-in-code.ts';
import { findCaller } from './identity-store.ts';

/** 32^8 codes: one collision is bad luck, three in a row are a fault. */
const ATTEMPTS = 3;

/**
 * The member's code for the front desk, made when it is first asked for.
 *
 * @throws AppError `unauthenticated`, `account_blocked`
 */
export async function giveCheckInCode(db: Database, userId: string): Promise<string> {
  const { checkInCode } = await findCaller(db, userId);
  return checkInCode ?? writeCode(db, userId, 'keep');
}

/**
 * Gives the member another code; the one before stops at once.
 *
 * @throws AppError `unauthenticated`, `account_blocked`
 */
export async function renewCheckInCode(db: Database, userId: string): Promise<string> {
  await findCaller(db, userId);
  return writeCode(db, userId, 'replace');
}

/** @param existing whether a code that is there already stays: of two first requests at once, both get the same */
async function writeCode(db: Database, userId: string, existing: 'keep' | 'replace'): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const code = createCheckInCode();
    try {
      const row = await inTransaction(db, (tx) =>
        tx
          .updateTable('users')
          .set({ checkInCode: existing === 'keep' ? sql<string>`coalesce(check_in_code, ${code})` : code })
          .where('id', '=', userId)
          .where('deletedAt', 'is', null)
          .returning('checkInCode')
          .executeTakeFirst(),
      );
      if (!row?.checkInCode) throw new AppError('unauthenticated');
      return row.checkInCode;
    } catch (error) {
      if (violatedConstraint(error) !== 'users_check_in_code' || attempt === ATTEMPTS) throw error;
    }
  }
}
