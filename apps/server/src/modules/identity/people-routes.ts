import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { answerItems } from '#platform/http/answer-list.ts';
import type { App } from '#platform/http/app-types.ts';
import { CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, problemResponses } from '#platform/http/schemas.ts';
import { createPerson } from './create-person.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { Email, Locale, Name } from './identity-fields.ts';
import { Person, personColumns, personView } from './identity-views.ts';
import { peopleQuery } from './search-people.ts';

const config = { access: 'staff' } as const;
const tags = ['Front desk'];

const searchSchema = {
  operationId: 'searchPeople',
  tags,
  summary: 'Find people by the beginnings of their names, by e-mail or by check-in code',
  querystring: Type.Object({
    ...CsvQuery.properties,
    q: Type.String({
      minLength: 2,
      maxLength: 200,
      description: 'Words in any order; case and accents do not matter',
    }),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  }),
  response: {
    200: jsonOrCsv(
      Type.Object({
        items: Type.Array(Person),
        hasMore: Type.Boolean({ description: 'More people match: more letters are needed' }),
      }),
    ),
    ...problemResponses(401, 403),
  },
};

const createSchema = {
  operationId: 'createPerson',
  tags,
  summary: 'Make an account for somebody at the desk; a mail lets them choose a password',
  headers: IdempotencyHeaders,
  body: Type.Object({ email: Email, name: Name, locale: Type.Optional(Locale) }, { additionalProperties: false }),
  response: { 201: Person, ...problemResponses(401, 403, 409) },
};

/** Members, for the front desk. */
export function peopleRoutes(app: App, deps: IdentityDeps): void {
  app.get('/admin/people', { config, schema: searchSchema }, async ({ query }, reply) => {
    const { q, limit = 20 } = query;
    const people = await peopleQuery(deps.db, { q, limit: limit + 1 }).execute();
    const answer = { items: people.slice(0, limit).map(personView), hasMore: people.length > limit };
    return answerItems(reply, query, answer, { name: 'people', columns: personColumns });
  });

  app.post('/admin/people', { config, schema: createSchema }, async (request, reply) => {
    const person = await createPerson(deps, request.body, auditActor(request), idempotencyKey(request), personView);
    return reply.code(201).send(person);
  });
}
