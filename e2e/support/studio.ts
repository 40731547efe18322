import { type ApiClient, unwrap } from '@openmat/api-client';
import { logIn, type Member, newPerson, type Person, register, unique } from './people.ts';
import { adminAccount } from './stack-settings.ts';
import { inDays, ZONE } from './times.ts';

/** A session on the schedule; its class has a name of its own, by which a test finds it on the screen. */
export interface Session {
  id: string;
  className: string;
  classId: string;
  locationId: string;
  instructorId: string;
  startsAt: Temporal.ZonedDateTime;
}

interface SessionPlan {
  capacity: number;
  startsAt?: Temporal.ZonedDateTime;
  /** What the name of its class begins with. */
  className?: string;
}

/**
 * Makes what a test needs, the way the studio would: through the API, as an admin. Everything is new and bears a name that
 * nothing else has, so that tests neither depend on each other nor on what is there.
 */
export class Studio {
  readonly admin: Person;
  readonly #api: ApiClient;

  private constructor(admin: Person, api: ApiClient) {
    this.admin = admin;
    this.#api = api;
  }

  static async open(): Promise<Studio> {
    const admin: Person = JSON.parse(adminAccount());
    return new Studio(admin, await logIn(admin));
  }

  /** Tomorrow evening, unless said otherwise. */
  async createSession({ capacity, startsAt = inDays(1), className }: SessionPlan) {
    const catalogue = await this.createCatalogue(className, startsAt.timeZoneId);
    const { classId, instructorId, locationId } = catalogue;
    const times = {
      startsAt: startsAt.toInstant().toString(),
      endsAt: startsAt.add({ hours: 1 }).toInstant().toString(),
    };
    const body = { classId, instructorId, locationId, capacity, ...times };
    const { id } = await unwrap(this.#api.POST('/api/v1/admin/sessions', { body }));
    return { ...catalogue, id, startsAt } satisfies Session;
  }

  /** A class, and somebody and some place for it. */
  async createCatalogue(name = 'Vinyasa', timeZone = ZONE) {
    const [className, instructorName, locationName] = [name, 'Maya', 'Riverside'].map(unique) as [
      string,
      string,
      string,
    ];
    const [{ id: classId }, { id: instructorId }, { id: locationId }] = await Promise.all([
      unwrap(this.#api.POST('/api/v1/admin/classes', { body: { name: className } })),
      unwrap(this.#api.POST('/api/v1/admin/instructors', { body: { name: instructorName } })),
      unwrap(this.#api.POST('/api/v1/admin/locations', { body: { name: locationName, timeZone } })),
    ]);
    return { classId, className, instructorId, instructorName, locationId, locationName };
  }

  /** A session every week from a day on, and those that are on the schedule by then. */
  async createWeeklySeries(first: Temporal.ZonedDateTime) {
    const catalogue = await this.createCatalogue();
    const { classId, instructorId, locationId } = catalogue;
    const rule = `FREQ=WEEKLY;BYDAY=${first.toLocaleString('en-GB', { weekday: 'short' }).slice(0, 2).toUpperCase()}`;
    const times = { rule, startsOn: first.toPlainDate().toString(), startTime: '18:00', durationMinutes: 60 };
    const body = { classId, instructorId, locationId, ...times, capacity: 8 };
    const { id } = await unwrap(this.#api.POST('/api/v1/admin/series', { body }));
    const query = { seriesId: id };
    const { items: sessions } = await unwrap(this.#api.GET('/api/v1/admin/sessions', { params: { query } }));
    return { ...catalogue, id, sessions };
  }

  /** Moves the end of free cancellation into the past, for a session of the next days. */
  async closeFreeCancellation({ id }: Session): Promise<void> {
    const body = { cancellationCutoffMinutes: 7 * 24 * 60 };
    await unwrap(this.#api.PATCH('/api/v1/admin/sessions/{id}', { params: { path: { id } }, body }));
  }

  /** Takes a session off the schedule. */
  async cancelSession({ id }: Session): Promise<void> {
    const body = { reason: 'Maya is ill' };
    await unwrap(this.#api.POST('/api/v1/admin/sessions/{id}/cancel', { params: { path: { id } }, body }));
  }

  /** A plan in the shop: five entries, and no two plans of one name. */
  async createPlan(): Promise<{ id: string; name: string }> {
    const body = { name: unique('Five'), price: 6_500, entries: 5, validityDays: 90 };
    return await unwrap(this.#api.POST('/api/v1/admin/ticket-plans', { body }));
  }

  /** Hands a member what a plan promises, for cash. */
  async sellAtDesk({ id }: Member, { id: planId }: { id: string }): Promise<void> {
    const body = { planId, paidWith: 'cash' as const };
    await unwrap(this.#api.POST('/api/v1/admin/people/{id}/tickets', { params: { path: { id } }, body }));
  }

  /** A member with a ticket of five entries, or without any. */
  async createMember(name: string, { entries = 5 }: { entries?: number } = {}): Promise<Member> {
    const member = await register(newPerson(name));
    if (entries > 0) await this.#assignTicket(member, entries);
    return member;
  }

  /** Somebody who works at the front desk. */
  async createStaff(name: string): Promise<Person> {
    const person = await register(newPerson(name));
    await unwrap(
      this.#api.PATCH('/api/v1/admin/users/{id}', { params: { path: { id: person.id } }, body: { role: 'staff' } }),
    );
    return person;
  }

  async #assignTicket({ id: userId }: Member, entries: number): Promise<void> {
    const validFrom = Temporal.Now.instant();
    const validUntil = validFrom.add({ hours: 24 * 90 });
    const validity = { validFrom: validFrom.toString(), validUntil: validUntil.toString() };
    const body = { userId, entries, ...validity, reason: 'For a test' };
    await unwrap(this.#api.POST('/api/v1/admin/tickets', { body }));
  }
}

/** Takes a place, or one in line, from another device. */
export async function book({ api }: Member, { id: sessionId }: Pick<Session, 'id'>) {
  return await unwrap(api.POST('/api/v1/bookings', { body: { sessionId } }));
}

/** Gives it back from another device. */
export async function cancel({ api }: Member, booking: { id: string }): Promise<void> {
  const params = { path: { id: booking.id } };
  await unwrap(api.POST('/api/v1/bookings/{id}/cancel', { params, body: {} }));
}
