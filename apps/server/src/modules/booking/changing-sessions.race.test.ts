import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StudioApi, startStudioApi } from '../../../test-support/studio-api.ts';

let studio: StudioApi;
beforeAll(async () => {
  studio = await startStudioApi();
});
afterAll(() => studio.close());

test.each([
  ['an instructor', 'instructors', 'instructorId', () => studio.instructor()],
  ['a location', 'locations', 'locationId', () => studio.location()],
])('%s is either retired or gets the session, never both', async (_, path, field, make) => {
  const admin = await studio.person('admin', 0);
  const { id: sessionId } = await studio.session();
  const outcomes = new Set<string>();
  for (let round = 0; round < 16; round += 1) {
    const id = await make();
    const assign = () => admin.patch(`/admin/sessions/${sessionId}`, { [field]: id });
    const retire = () => admin.delete(`/admin/${path}/${id}`);
    const [assigned, retired] = await Promise.all(round % 2 ? [assign(), retire()] : [retire(), assign()].toReversed());
    outcomes.add(`${assigned?.statusCode} ${retired?.statusCode}`);
  }
  expect([...outcomes].filter((outcome) => outcome !== '200 409' && outcome !== '400 204')).toEqual([]);
});
