import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditInvariants } from '#doctor/index.ts';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

test('members book while the series is changed and ended: nobody is lost, everybody has the times that count', async () => {
  const { db, person, classType, location, instructor } = studio;
  const admin = await person('admin', 0);
  const members = await Promise.all(Array.from({ length: 8 }, () => person('member', null)));
  const references = { classId: await classType(), locationId: await location(), instructorId: await instructor() };
  const day = (days: number) => Temporal.Now.plainDateISO('Europe/Ljubljana').add({ days }).toString();
  const created = await admin.post('/admin/series', {
    ...references,
    rule: 'FREQ=DAILY',
    startsOn: day(1),
    endsOn: day(12),
    startTime: '12:00',
    durationMinutes: 60,
    capacity: 3,
  });
  const { id } = created.json();
  const sessions = await db.selectFrom('sessions').select('id').where('seriesId', '=', id).execute();
  const change = (body: object) => admin.patch(`/admin/series/${id}`, { scope: 'all_future', ...body });

  const [changes, bookings] = await Promise.all([
    Promise.all([
      change({ startTime: '14:00' }),
      change({ capacity: 5 }),
      change({ rule: 'FREQ=DAILY;INTERVAL=2', cancelBooked: true }),
      admin.delete(`/admin/series/${id}?scope=following&from=${day(9)}&cancelBooked=true`),
      admin.delete(`/admin/series/${id}?scope=following&from=${day(7)}`),
    ]),
    Promise.all(
      members.flatMap((member) => sessions.map((session) => member.post('/bookings', { sessionId: session.id }))),
    ),
  ]);

  expect(changes.map((response) => response.statusCode).filter((status) => ![200, 409].includes(status))).toEqual([]);
  expect(bookings.map((response) => response.statusCode).filter((status) => ![201, 404, 409].includes(status))).toEqual(
    [],
  );
  expect(await auditInvariants(db)).toEqual([]);
  const open = await db
    .selectFrom('sessions')
    .selectAll()
    .where('state', '=', 'scheduled')
    .where('deletedAt', 'is', null)
    .execute();
  expect(open.filter(({ seriesOccurrence }) => (seriesOccurrence?.toString() ?? '') >= day(9))).toEqual([]);
});
