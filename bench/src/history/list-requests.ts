import type pg from 'pg';

/** A list of the studio, as its screens ask for it: by each filter, in each order. */
export interface ListRequest {
  list: string;
  /** Path below `/api/v1/admin/`, with its query. */
  path: string;
}

/** Every filter and order of the lists that grow with the studio. Some find many rows, some few, some none. */
export async function listRequests(client: pg.Client): Promise<ListRequest[]> {
  const { rows } = await client.query(`
    select (select id from sessions where starts_at < now() and active_count > 0 order by starts_at limit 1) as "oldSession",
      (select id from sessions where starts_at > now() and active_count > 0 order by starts_at limit 1) as "nextSession",
      (select id from class_types order by name limit 1) as "class", (select id from locations order by name limit 1) as "location",
      (select id from instructors order by name limit 1) as "instructor", (select id from users where role = 'admin' limit 1) as "admin",
      (select user_id from bookings group by user_id order by count(*) desc limit 1) as "member"`);
  const ids: Record<string, string> = rows[0];
  const instant = (days: number) =>
    Temporal.Now.instant()
      .add({ hours: 24 * days })
      .toString();
  const lastMonth = `from=${instant(-30)}&to=${instant(0)}`;
  const longAgo = `from=${instant(-600)}&to=${instant(-590)}`;
  const queries: Record<string, string[]> = {
    users: [
      ...['', 'sort=name', 'sort=-name', 'sort=createdAt', 'role=admin', 'role=member', 'blocked=true'],
      ...['q=member+77', 'q=77777', 'q=nobody+at+all', 'q=load&sort=name'],
      ...['active', 'expiring', 'expired', 'none'].flatMap((status) => [
        `ticketStatus=${status}`,
        `ticketStatus=${status}&sort=name`,
      ]),
    ],
    bookings: [
      ...[
        '',
        'sort=bookedAt',
        'sort=startsAt',
        'sort=-startsAt',
        'q=member+77',
        'q=nobody+at+all',
        `userId=${ids.member}`,
      ],
      ...['active', 'waiting', 'canceled'].flatMap((state) => [`state=${state}`, `state=${state}&sort=-startsAt`]),
      ...['checked_in', 'no_show', 'unmarked'].map((attendance) => `attendance=${attendance}`),
      ...['late', 'ticket_revoked', 'session_canceled'].flatMap((why) => [
        `canceledReason=${why}`,
        `canceledReason=${why}&sort=-startsAt`,
      ]),
      ...[lastMonth, longAgo].flatMap((days) => [days, `${days}&sort=-startsAt`, `${days}&classId=${ids.class}`]),
      ...[`classId=${ids.class}`, `locationId=${ids.location}`, `instructorId=${ids.instructor}`],
      ...[`classId=${ids.class}&sort=-startsAt`, `sessionId=${ids.oldSession}`, `sessionId=${ids.nextSession}`],
      ...[`sessionId=${ids.oldSession}&sort=-startsAt`, `classId=${ids.class}&q=member+77&canceledReason=late`],
    ],
    payments: [
      ...['', 'q=member+77', 'q=nobody+at+all', lastMonth, longAgo],
      ...['paid', 'quarantined', 'disputed', 'partially_refunded'].map((status) => `status=${status}`),
    ],
    audit: ['', `actorId=${ids.admin}`, 'action=session.cancel', 'action=user.change', lastMonth, longAgo],
    sessions: ['', lastMonth, longAgo, `${longAgo}&classId=${ids.class}`],
    messages: [''],
  };
  return Object.entries(queries).flatMap(([list, all]) => all.map((query) => ({ list, path: `${list}?${query}` })));
}
