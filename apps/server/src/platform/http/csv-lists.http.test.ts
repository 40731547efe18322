import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../../test-support/fixtures.ts';
import { type Person, type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';
import { EXPORT_PAGE } from './answer-list.ts';

const ids: Record<string, string> = {};
const day = hoursFromNow(48).toString().slice(0, 10);

let studio: StudioApi;
let admin: Person;

/** One row for every list, all about Berta, who is booked into a session of a class with a comma in its name. */
beforeAll(async () => {
  studio = await startStudioApi();
  admin = await studio.person('admin', 0);
  const { db } = studio;
  const berta = await studio.user({ name: '=Berta', email: 'berta@example.org' });
  const classTypeId = await studio.classType({ name: 'Flow, slow' });
  const ticket = await studio.ticket(berta.id, 5, { classTypeIds: [classTypeId] });
  const { id, locationId, instructorId } = await studio.session({ classTypeId, startsAt: hoursFromNow(48) });
  const { id: bookingId } = await insertBooking(id, berta.id, ticket.id);
  const plan = await studio.plan({ classTypeIds: [classTypeId] });
  Object.assign(ids, { berta: berta.id, ticket: ticket.id, session: id, class: classTypeId, location: locationId });
  Object.assign(ids, { instructor: instructorId, booking: bookingId, plan: plan.id });
  const series = { rule: 'FREQ=WEEKLY;BYDAY=MO,WE', startsOn: day, startTime: '18:00', durationMinutes: 60 };
  ids.series = await made('/admin/series', { ...series, classId: classTypeId, locationId, instructorId, capacity: 9 });
  ids.closedDay = await made('/admin/closed-days', { day: '2030-12-25', locationId, reason: 'Holiday' });
  const url = 'https://example.com/hooks';
  ids.webhook = await made('/admin/webhooks', { url, eventTypes: ['payment.paid', 'payment.refunded'] });
  ids.delivery = (await admin.post(`/admin/webhooks/${ids.webhook}/test`)).json().id;
  const told = { userId: berta.id, kind: 'welcome', cause: 'welcome' };
  ids.message = (await db.insertInto('messages').values(told).returning('id').executeTakeFirstOrThrow()).id;
  const device = { userId: berta.id, userAgent: 'curl/8', expiresAt: hoursFromNow(24) };
  ids.device = (await db.insertInto('refreshFamilies').values(device).returning('id').executeTakeFirstOrThrow()).id;
  await sql`insert into pgboss.job (name, data, state, retry_count, output)
    values ('identity-password-reset', '{"email":"b@example.org"}', 'retry', 1, '{"message":"refused"}')`.execute(db);
  const { startsAt, timeZone } = (await admin.get(`/admin/sessions/${id}`)).json();
  Object.assign(ids, { startsAt, timeZone, date: startsAt.slice(0, 10) });
});
afterAll(() => studio.close());

async function insertBooking(sessionId: string, userId: string, ticketId: string) {
  const { startsAt, endsAt } = await studio.db
    .selectFrom('sessions')
    .select(['startsAt', 'endsAt'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow();
  return studio.db
    .insertInto('bookings')
    .values({ sessionId, userId, ticketId, startsAt, endsAt, state: 'active' })
    .returning('id')
    .executeTakeFirstOrThrow();
}

async function made(path: string, body: object): Promise<string> {
  const response = await admin.post(path, body);
  if (response.statusCode !== 201) throw new Error(`not made: ${response.body}`);
  return response.json().id;
}

const named = (text: string) => text.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? '');
const get = (path: string) => admin.get(named(path));

/** Each list: where it is, its file, its first line, and how the one row begins that is named by what is in it. */
const lists = [
  [
    '/admin/sessions?classId=:class&state=scheduled',
    'sessions',
    'id,class_id,class,starts_at,ends_at,time_zone,location_id,location,instructor_id,instructor,capacity,active_count,waiting_count,state,canceled_at,canceled_reason,series_id,booking_opens_at,booking_closes_at,waitlist_closes_at,cancel_free_until,is_active,created_at',
    ':session,:class,"Flow, slow",:startsAt,',
  ],
  [
    '/admin/series',
    'series',
    'id,class_id,class,location_id,location,instructor_id,instructor,rule,starts_on,ends_on,start_time,time_zone,duration_minutes,capacity,generated_until,is_active,created_at',
    ':series,:class,"Flow, slow",:location,Riverside,:instructor,Mira Novak,"FREQ=WEEKLY;BYDAY=MO,WE",',
  ],
  [
    '/admin/closed-days',
    'closed-days',
    'id,day,location_id,location,reason,scheduled_sessions',
    ':closedDay,2030-12-25,:location,Riverside,Holiday,0',
  ],
  [
    '/admin/classes',
    'classes',
    'id,name,description,cancellation_cutoff_minutes,is_active',
    ':class,"Flow, slow",,,true',
  ],
  [
    '/admin/locations',
    'locations',
    'id,name,time_zone,address,is_active',
    ':location,Riverside,Europe/Ljubljana,,true',
  ],
  ['/admin/instructors', 'instructors', 'id,name,bio,is_active', ':instructor,Mira Novak,,true'],
  [
    '/admin/ticket-plans',
    'ticket-plans',
    'id,name,description,price_minor,currency,entries,validity_days,starts,class_ids,classes,position,is_active',
    ':plan,Five entries,,7500,EUR,5,90,purchase,:class,"Flow, slow",',
  ],
  [
    '/admin/users/:berta/tickets',
    'tickets',
    'id,name,state,unlimited,entries_left,valid_from,valid_until,validity_days,frozen_at,class_ids,classes,user_id,plan_id,payment_id,created_at',
    ':ticket,5 entries,active,false,5,',
  ],
  [
    '/admin/users/:berta/devices',
    'devices',
    'id,browser,system,user_agent,address,signed_in_at,last_used_at,current',
    ':device,,,curl/8,',
  ],
  ['/admin/people?q=berta', 'people', 'id,name,email,blocked', ":berta,'=Berta,berta@example.org,false"],
  [
    '/admin/messages?userId=:berta',
    'messages',
    'id,created_at,kind,user_id,member,email,booking_id,status,status_reason,attempts,last_error,subject,sent_to,sent_at,resend_of',
    ':message,',
  ],
  [
    '/admin/jobs',
    'jobs',
    'name,summary,cron,time_zone,next_run_at,attempts,waiting,running,failed,dead,oldest_waiting_seconds',
    'identity-password-reset,',
  ],
  [
    '/admin/jobs/failures',
    'job-failures',
    'id,queue,state,payload,error,attempts,created_at,dead_at,next_attempt_at',
    '[0-9a-f-]{36},identity-password-reset,failed,"{""email"":""b***@example.org""}",refused,2,',
  ],
  [
    '/admin/webhooks',
    'webhooks',
    'id,url,description,event_types,state,disabled_reason,failing_since,created_at',
    ':webhook,https://example.com/hooks,,payment.paid payment.refunded,active,',
  ],
  [
    '/admin/webhooks/:webhook/deliveries',
    'webhook-deliveries',
    'id,webhook_id,event_id,event_type,occurred_at,data,status,attempts,last_attempt_at,next_attempt_by,last_status_code,last_error,response_excerpt,delivered_at,created_at',
    ':delivery,:webhook,',
  ],
  [
    '/admin/today?date=:date',
    'sessions-:date',
    'id,class_id,class,starts_at,ends_at,time_zone,location_id,location,instructor_id,instructor,capacity,active_count,waiting_count,checked_in_count,state,canceled_reason',
    ':session,:class,"Flow, slow",:startsAt,',
  ],
  [
    '/admin/sessions/:session/roster',
    'roster-[-0-9T]{16}',
    'booking_id,user_id,member,email,state,waiting_position,booked_at,checked_in_at,no_show_at,first_visit,ticket_id,ticket,entries_left,valid_until',
    ":booking,:berta,'=Berta,berta@example.org,active,",
  ],
] as const;

const literally = (text: string) => named(text).replace(/[.*+?^${}()|\\]/g, '\\$&');

test.each(lists)('%s is a file on request', async (path, name, header, row) => {
  const { statusCode, headers, body } = await get(`${path}${path.includes('?') ? '&' : '?'}format=csv`);
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present');
  expect(headers['content-disposition']).toMatch(new RegExp(`^attachment; filename="${named(name)}\\.csv"$`));
  const [first, ...lines] = body.trimEnd().split('\r\n');
  expect(first).toBe(header);
  const wanted = row.startsWith('[') ? named(row).replace(/[{}](?=")|[*.]/g, '\\$&') : literally(row);
  const found = lines.filter((line) => new RegExp(`^${wanted}`).test(line));
  expect(found, body).toHaveLength(1);
});

describe('the OpenAPI document', () => {
  interface Schema {
    $ref?: string;
    properties?: Record<string, { type?: string }>;
  }
  interface Operation {
    parameters?: { name: string; in: string }[];
    responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
  }

  interface Document {
    paths?: Record<string, { get?: Operation }>;
    components?: { schemas: Record<string, Schema> };
  }

  /** Every list below `/admin`: what answers with `items`. */
  function documentedLists(): [path: string, operation: Operation][] {
    const { paths = {}, components } = studio.app.swagger() as Document;
    return Object.entries(paths).flatMap(([path, { get: operation }]) => {
      if (!operation || !path.startsWith('/api/v1/admin/')) return [];
      const named = operation.responses[200]?.content?.['application/json']?.schema;
      const schema = named?.$ref ? components?.schemas[named.$ref.replace(/.*\//, '')] : named;
      return schema?.properties?.items?.type === 'array' ? [[path, operation] as [string, Operation]] : [];
    });
  }

  test('knows all lists that are tested here', () => {
    const documented = documentedLists().map(([path]) => path.replaceAll(/\{\w+\}/g, ':'));
    const tested = lists.map(([path]) => `/api/v1${path}`.replace(/\?.*/, '').replaceAll(/:\w+/g, ':'));
    expect(documented).toEqual(expect.arrayContaining(tested));
  });

  test('offers every list below /admin as a file', () => {
    const withoutFile = documentedLists().filter(([, { parameters = [], responses }]) => {
      const asked = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
      return !responses[200]?.content?.['text/csv'] || !asked.includes('format') || !asked.includes('bom');
    });
    expect(withoutFile.map(([path]) => path)).toEqual([]);
  });
});

test('a file has the rows of all pages, each once and in order, also where names are the same', async () => {
  const count = 2 * EXPORT_PAGE + 1;
  await sql`insert into instructors (name, deleted_at)
    select 'Teacher ' || n % 3, now() from generate_series(1, ${count}) n`.execute(studio.db);
  const { rows } = await sql<{ id: string }>`
    select id from instructors where deleted_at is not null order by name, id`.execute(studio.db);
  const { body } = await get('/admin/instructors?format=csv&isActive=false');
  const [, ...lines] = body.trimEnd().split('\r\n');
  expect(lines).toHaveLength(count);
  expect(lines.map((line) => line.split(',')[0])).toEqual(rows.map(({ id }) => id));
});

test("the roster of a file has no addresses for staff, just as the screen's", async () => {
  const staff = await studio.person('staff', 0);
  const { body } = await staff.get(named('/admin/sessions/:session/roster?format=csv'));
  expect(body).toContain("'=Berta,,active");
  expect((await staff.get('/admin/sessions?format=csv')).statusCode).toBe(403);
});
