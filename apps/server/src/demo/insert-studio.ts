import type { Selectable } from 'kysely';
import type { AuditActor } from '#modules/audit/index.ts';
import type { Tx } from '#platform/db/database.ts';
import type { DB } from '#platform/db/db-types.generated.ts';
import { type ClassKey, demoClasses } from './catalogue/classes.ts';
import { demoInstructors, demoLocations, type InstructorKey, type LocationKey } from './catalogue/places-and-people.ts';
import { demoPlans, type PlanKey } from './catalogue/plans.ts';
import type { Slot } from './catalogue/timetable.ts';
import type { Person } from './people/people.ts';
import type { PlannedSeries } from './story/plan-series.ts';
import type { PlannedSession } from './story/plan-sessions.ts';

export type PlanRow = Selectable<DB['ticketPlans']>;
export type Member = Person & { id: string };
export type Session = PlannedSession & { id: string };
type Colleague = AuditActor & { id: string };

/** The rows in which the story plays. */
export interface DemoStudio {
  plans: Record<PlanKey, PlanRow>;
  instructorIds: Record<InstructorKey, string>;
  /** In the order of the starts. */
  sessions: Session[];
  /** In the order in which they joined. */
  members: Member[];
  admin: Colleague;
  staff: Colleague;
}

export interface StudioPlan {
  series: readonly PlannedSeries[];
  sessions: readonly PlannedSession[];
  people: readonly Person[];
  /** Since when there is a studio. */
  openedAt: Temporal.Instant;
  /** Of the accounts one can sign in with. */
  passwordHash: string;
}

/** Nobody can sign in with this. */
const NO_PASSWORD = 'unusable';
/** Those whose address ends like this can. */
const OWN_DOMAIN = '@openmat.local';
/** Sessions are put on the schedule this long ahead. */
const ANNOUNCED_HOURS = 24 * 60;

/** Writes what was there before the first member did anything: studio, catalogue, schedule and accounts. */
export async function insertStudio(tx: Tx, plan: StudioPlan): Promise<DemoStudio> {
  const catalogue = await insertCatalogue(tx, plan.openedAt);
  const { instructorIds, classIds } = catalogue;
  const seriesIds = await insertSeries(tx, plan, catalogue);
  const [admin, staff] = await insertColleagues(tx, plan);
  return {
    instructorIds,
    plans: await insertPlans(tx, classIds, plan.openedAt),
    sessions: await insertSessions(tx, plan.sessions, catalogue, seriesIds),
    members: await insertMembers(tx, plan),
    admin,
    staff,
  };
}

interface Catalogue {
  classIds: Record<ClassKey, string>;
  locationIds: Record<LocationKey, string>;
  instructorIds: Record<InstructorKey, string>;
}

async function insertCatalogue(tx: Tx, openedAt: Temporal.Instant): Promise<Catalogue> {
  const settings = {
    name: 'Openmat Demo Studio',
    currency: 'EUR',
    defaultLocale: 'en',
    locales: ['en', 'de', 'es', 'sl'],
  };
  await tx
    .updateTable('studio')
    .set({ ...settings, timeZone: demoLocations.riverside.timeZone })
    .execute();
  const dated = { createdAt: openedAt, updatedAt: openedAt };
  const locations = Object.values(demoLocations).map((row) => ({ ...row, ...dated }));
  const instructors = Object.values(demoInstructors).map((row) => ({ ...row, ...dated }));
  const classes = Object.values(demoClasses).map(({ minutes: _, appeal: __, ...row }) => ({ ...row, ...dated }));
  return {
    locationIds: byKey(demoLocations, await tx.insertInto('locations').values(locations).returning('id').execute()),
    instructorIds: byKey(
      demoInstructors,
      await tx.insertInto('instructors').values(instructors).returning('id').execute(),
    ),
    classIds: byKey(demoClasses, await tx.insertInto('classTypes').values(classes).returning('id').execute()),
  };
}

async function insertPlans(
  tx: Tx,
  classIds: Record<ClassKey, string>,
  openedAt: Temporal.Instant,
): Promise<Record<PlanKey, PlanRow>> {
  const values = Object.values(demoPlans).map(({ classes, ...plan }, position) => ({
    ...plan,
    currency: 'EUR',
    classTypeIds: classes?.map((name) => classIds[name]) ?? null,
    position,
    createdAt: openedAt,
    updatedAt: openedAt,
  }));
  const rows = await tx.insertInto('ticketPlans').values(values).returningAll().execute();
  const keys = Object.keys(demoPlans);
  return Object.fromEntries(rows.map((row, index) => [keys[index], row])) as Record<PlanKey, PlanRow>;
}

/** What a slot gives a series and a session alike. */
const slotColumns = (slot: Slot, { classIds, locationIds, instructorIds }: Catalogue) => ({
  classTypeId: classIds[slot.class],
  locationId: locationIds[slot.location],
  instructorId: instructorIds[slot.instructor],
  capacity: slot.capacity,
});

async function insertSeries(
  tx: Tx,
  { series, openedAt }: StudioPlan,
  catalogue: Catalogue,
): Promise<ReadonlyMap<Slot, string>> {
  const dated = { createdAt: openedAt, updatedAt: openedAt };
  const values = series.map(({ slot, ...times }) => {
    return { ...slotColumns(slot, catalogue), ...times, startTime: slot.time, ...dated };
  });
  const rows = await tx.insertInto('series').values(values).returning('id').execute();
  return new Map(withIds(series, rows).map(({ slot, id }) => [slot, id]));
}

async function insertSessions(
  tx: Tx,
  sessions: readonly PlannedSession[],
  catalogue: Catalogue,
  seriesIds: ReadonlyMap<Slot, string>,
): Promise<Session[]> {
  const values = sessions.map(({ slot, startsAt, endsAt, day, bookingOpensDaysBefore }) => {
    const announcedAt = startsAt.subtract({ hours: ANNOUNCED_HOURS });
    const seriesId = seriesIds.get(slot) ?? null;
    return {
      ...slotColumns(slot, catalogue),
      seriesId,
      seriesOccurrence: seriesId === null ? null : Temporal.PlainDate.from(day),
      startsAt,
      endsAt,
      bookingOpensDaysBefore,
      createdAt: announcedAt,
      updatedAt: announcedAt,
    };
  });
  return withIds(sessions, await tx.insertInto('sessions').values(values).returning('id').execute());
}

async function insertMembers(tx: Tx, { people, passwordHash }: StudioPlan): Promise<Member[]> {
  const values = people.map(({ name, email, locale, joinedAt }) => ({
    name,
    email,
    locale,
    role: 'member' as const,
    passwordHash: email.endsWith(OWN_DOMAIN) ? passwordHash : NO_PASSWORD,
    emailVerifiedAt: joinedAt.add({ minutes: 4 }),
    createdAt: joinedAt,
    updatedAt: joinedAt,
  }));
  const members = withIds(people, await tx.insertInto('users').values(values).returning('id').execute());
  await silenceInvented(tx, members);
  return members;
}

/**
 * Nobody reads the mail of invented people. They are told what somebody does in the demo, but the clock alone tells them
 * nothing: a new demo would begin with a hundred reminders.
 */
async function silenceInvented(tx: Tx, members: readonly Member[]): Promise<void> {
  const invented = members.filter(({ email }) => !email.endsWith(OWN_DOMAIN));
  if (invented.length === 0) return;
  const values = invented.map(({ id: userId }) => ({ userId, tickets: false, reminderMinutes: [] }));
  await tx.insertInto('notificationPreferences').values(values).execute();
}

async function insertColleagues(tx: Tx, { passwordHash, openedAt }: StudioPlan): Promise<[Colleague, Colleague]> {
  const colleagues = [
    { name: 'Maja Oblak', email: `admin${OWN_DOMAIN}`, role: 'admin' },
    { name: 'Tine Kranjc', email: `staff${OWN_DOMAIN}`, role: 'staff' },
  ] as const;
  const dated = { emailVerifiedAt: openedAt, createdAt: openedAt, updatedAt: openedAt };
  const values = colleagues.map((colleague) => ({ ...colleague, passwordHash, ...dated }));
  const rows = withIds(colleagues, await tx.insertInto('users').values(values).returning('id').execute());
  return rows.map(({ id, role }) => ({ id, role, requestId: null, address: null })) as [Colleague, Colleague];
}

/** The ids of inserted rows; PostgreSQL returns them in the order in which they were given. */
function withIds<T extends object>(items: readonly T[], rows: readonly { id: string }[]): (T & { id: string })[] {
  return items.map((item, index) => {
    const row = rows[index];
    if (!row) throw new Error('fewer rows came back than were inserted');
    return { ...item, id: row.id };
  });
}

function byKey<K extends string>(items: Record<K, object>, rows: readonly { id: string }[]): Record<K, string> {
  const keyed = withIds(
    Object.keys(items).map((key) => ({ key })),
    rows,
  );
  return Object.fromEntries(keyed.map(({ key, id }) => [key, id])) as Record<K, string>;
}
