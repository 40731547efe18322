import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { inTransaction } from '#platform/db/transaction.ts';
import { adminList, answerItems, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { CsvQuery, jsonOrCsv } from '#platform/http/csv.ts';
import { page } from '#platform/http/cursor.ts';
import { IdParams, Page, problemResponses } from '#platform/http/schemas.ts';
import { listFailures, listQueues } from '#platform/jobs/job-admin.ts';
import { deleteDeadLetter, retryDeadLetter } from './change-dead-letter.ts';
import { FailureView, failureColumns, failureView, QueueView, queueColumns, queueView } from './job-views.ts';
import type { OperationsDeps } from './operations-deps.ts';

const config = { access: 'admin' } as const;
const tags = ['Admin: operations'];

const FailureQuery = Type.Object({ ...ListQuery.properties, queue: Type.Optional(Type.String({ maxLength: 100 })) });

/** Looking at background work, and mending what was given up. */
export function jobAdminRoutes(deps: OperationsDeps): Routes {
  return (app) => {
    readRoutes(app, deps);
    deadLetterRoutes(app, deps);
  };
}

function readRoutes(app: App, { db, jobs }: OperationsDeps): void {
  const queuesSchema = {
    operationId: 'listJobQueues',
    tags,
    summary: 'Every kind of background work and how it stands',
    querystring: CsvQuery,
    response: { 200: jsonOrCsv(Type.Object({ items: Type.Array(QueueView) })), ...problemResponses(401, 403) },
  };
  app.get('/admin/jobs', { config, schema: queuesSchema }, async ({ query }, reply) => {
    const answer = { items: (await listQueues(db, jobs)).map(queueView) };
    return answerItems(reply, query, answer, { name: 'jobs', columns: queueColumns });
  });

  const failuresSchema = {
    operationId: 'listJobFailures',
    tags,
    summary: 'Jobs that failed, newest first',
    querystring: FailureQuery,
    response: { 200: jsonOrCsv(Page(FailureView)), ...problemResponses(401, 403) },
  };
  app.get('/admin/jobs/failures', { config: adminList, schema: failuresSchema }, ({ query }, reply) => {
    const load = async (limit: number, cursor?: string) => {
      const rows = await listFailures(db, { ...query, limit, cursor });
      return page(rows, limit, failureView, ({ listedAt, id }) => [listedAt.toString(), id]);
    };
    return answerList(reply, query, load, { name: 'job-failures', columns: failureColumns });
  });
}

function deadLetterRoutes(app: App, { db, jobs }: OperationsDeps): void {
  const response = { 204: Type.Null(), ...problemResponses(401, 403, 404) };
  const retrySchema = {
    operationId: 'retryJob',
    tags,
    summary: 'Run a job again that was given up',
    description: 'It gets a new id and all its attempts once more. Once: afterwards there is nothing here.',
    params: IdParams,
    response,
  };
  app.post('/admin/jobs/:id/retry', { config, schema: retrySchema }, async (request, reply) => {
    await inTransaction(db, (tx) => retryDeadLetter(tx, jobs, request.params.id, auditActor(request)));
    return reply.code(204).send(null);
  });

  const deleteSchema = {
    operationId: 'deleteJob',
    tags,
    summary: 'Delete a job that was given up',
    params: IdParams,
    response,
  };
  app.delete('/admin/jobs/:id', { config, schema: deleteSchema }, async (request, reply) => {
    await inTransaction(db, (tx) => deleteDeadLetter(tx, jobs, request.params.id, auditActor(request)));
    return reply.code(204).send(null);
  });
}
