import type { LightMyRequestResponse } from 'fastify';
import type { Database } from '../src/platform/db/database.ts';
import type { Role } from '../src/platform/http/access.ts';
import { fixtures } from './fixtures.ts';
import { type CallOptions, startTestApi, type TestApi } from './test-api.ts';

/** Somebody who is signed in. */
export interface Person {
  id: string;
  token: string;
  get(path: string): Promise<LightMyRequestResponse>;
  post(path: string, body?: object, headers?: CallOptions['headers']): Promise<LightMyRequestResponse>;
  patch(path: string, body: object): Promise<LightMyRequestResponse>;
  delete(path: string): Promise<LightMyRequestResponse>;
  /** Books and answers the booking; throws when it was refused. */
  book(sessionId: string): Promise<{ id: string; state: string; waitingPosition: number | null; ticketId: string }>;
}

/** The API of a studio with people in it. */
export interface StudioApi extends TestApi, ReturnType<typeof fixtures> {
  db: Database;
  /** Somebody new; a member gets a ticket of so many entries (null: unlimited; 0: none at all). */
  person(role?: Role, entries?: number | null): Promise<Person>;
  /** Entries left on the person's first ticket. */
  entriesOf(person: Person): Promise<number | null | undefined>;
  /** Puts a session with all its bookings at another time, as if time had passed. */
  shift(sessionId: string, startsAt: Temporal.Instant): Promise<void>;
}

export async function startStudioApi(overrides: Parameters<typeof startTestApi>[0] = {}): Promise<StudioApi> {
  const api = await startTestApi(overrides);
  const { db } = api.services;
  const rows = fixtures(db);
  return {
    ...api,
    ...rows,
    db,
    person: async (role = 'member', entries = 5) => {
      const { id } = await rows.user({ role });
      if (entries !== 0) await rows.ticket(id, entries);
      return personOf(api, id, api.tokenOf(id, role));
    },
    entriesOf: async ({ id }) => {
      const ticket = await db
        .selectFrom('tickets')
        .select('entriesLeft')
        .where('userId', '=', id)
        .orderBy('id')
        .executeTakeFirst();
      return ticket?.entriesLeft;
    },
    shift: async (sessionId, startsAt) => {
      const times = { startsAt, endsAt: startsAt.add({ hours: 1 }) };
      await db.updateTable('sessions').set(times).where('id', '=', sessionId).execute();
      await db.updateTable('bookings').set(times).where('sessionId', '=', sessionId).execute();
    },
  };
}

function personOf(api: TestApi, id: string, token: string): Person {
  const person: Person = {
    id,
    token,
    get: (path) => api.call('GET', path, { token }),
    post: (path, body, headers) =>
      api.call('POST', path, { token, ...(body && { body }), ...(headers && { headers }) }),
    patch: (path, body) => api.call('PATCH', path, { token, body }),
    delete: (path) => api.call('DELETE', path, { token }),
    book: async (sessionId) => {
      const response = await person.post('/bookings', { sessionId });
      if (response.statusCode !== 201) throw new Error(`not booked: ${response.body}`);
      return response.json();
    },
  };
  return person;
}
