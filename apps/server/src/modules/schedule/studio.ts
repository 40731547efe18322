import type { Selectable } from 'kysely';
import { type Static, Type } from 'typebox';
import type { Database } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { TimeZone } from '#platform/http/schemas.ts';
import { Version, versionOf } from '#platform/http/version.ts';
import { Minutes } from './minutes.ts';
import type { StudioPolicy } from './session-times.ts';

const Locale = Type.String({ format: 'locale', examples: ['en'] });

export const settings = {
  name: Type.String({ maxLength: 120, pattern: '\\S' }),
  currency: Type.String({ format: 'currency', examples: ['EUR'] }),
  locales: Type.Array(Locale, { minItems: 1, maxItems: 20, uniqueItems: true }),
  defaultLocale: Locale,
  timeZone: TimeZone,
  accentColor: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }),
};

export const policy = Type.Object({
  bookingOpensDaysBefore: Type.Integer({ minimum: 0, maximum: 365 }),
  bookingClosesMinutesBefore: Minutes,
  cancellationCutoffMinutes: Minutes,
  waitlistClosesMinutesBefore: Minutes,
  promotionGraceMinutes: Minutes,
  overlappingBookingsAllowed: Type.Boolean(),
  noShowsMarked: Type.Boolean({
    description: 'Whether who had a place and was not checked in is marked as a no-show, where somebody was checked in',
  }),
  noShowMinutesAfter: Type.Integer({ minimum: 0, maximum: 1_440, description: 'So long after the end of the session' }),
});

export const Studio = Type.Object({ ...settings, policy }, { $id: 'Studio' });
export type Studio = Static<typeof Studio>;

/** The studio for those who change it. */
export const StudioSettings = Type.Object({ ...Studio.properties, version: Version }, { $id: 'StudioSettings' });
export type StudioSettings = Static<typeof StudioSettings>;

export type StudioRow = Selectable<DB['studio']>;

/** The studio's one row. */
export function findStudio(db: Database): Promise<StudioRow> {
  return db.selectFrom('studio').selectAll().executeTakeFirstOrThrow();
}

export function studioView(row: StudioRow): Studio {
  const { name, currency, locales, defaultLocale, timeZone, accentColor, noShowsMarked, noShowMinutesAfter } = row;
  const policy = { ...policyOf(row), noShowsMarked, noShowMinutesAfter };
  return { name, currency, locales, defaultLocale, timeZone, accentColor, policy };
}

export function studioSettingsView(row: StudioRow): StudioSettings {
  return { ...studioView(row), version: versionOf(row.updatedAt) };
}

/** What booking goes by. */
export function policyOf(row: StudioRow): StudioPolicy {
  const { bookingOpensDaysBefore, bookingClosesMinutesBefore, cancellationCutoffMinutes } = row;
  const { waitlistClosesMinutesBefore, promotionGraceMinutes, overlappingBookingsAllowed } = row;
  return {
    bookingOpensDaysBefore,
    bookingClosesMinutesBefore,
    cancellationCutoffMinutes,
    waitlistClosesMinutesBefore,
    promotionGraceMinutes,
    overlappingBookingsAllowed,
  };
}
