import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import { adminList, answerList, ListQuery } from '#platform/http/answer-list.ts';
import type { App, Routes } from '#platform/http/app-types.ts';
import { jsonOrCsv } from '#platform/http/csv.ts';
import { answerOnce, idempotencyKey } from '#platform/http/idempotency.ts';
import { IdempotencyHeaders, IdParams, Page, PageQuery, problemResponses } from '#platform/http/schemas.ts';
import {
  type CatalogueChange,
  type CatalogueKind,
  type CatalogueValues,
  catalogueColumns,
  classes,
  instructors,
  locations,
  type ManagedCatalogueItem,
} from './catalogue.ts';
import { catalogueItem, listCatalogue, managedCatalogueItem } from './catalogue-read-model.ts';
import { createCatalogueItem, deleteCatalogueItem, updateCatalogueItem } from './change-catalogue.ts';
import { commitCatalogueChange } from './commit-change.ts';
import { publicAnswer, publicResponses } from './public-answer.ts';
import type { ScheduleDeps } from './schedule-deps.ts';

const AdminQuery = Type.Object({ ...ListQuery.properties, isActive: Type.Optional(Type.Boolean()) });

/** Classes, locations and instructors: read by everybody, changed by admins. */
export function catalogueRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    for (const kind of [classes, locations, instructors]) {
      app.addSchema(kind.view);
      app.addSchema(kind.managedView);
      publicRoute(app, kind, deps);
      listAndCreate(app, kind, deps);
      updateAndDelete(app, kind, deps);
    }
  };
}

function publicRoute(app: App, kind: CatalogueKind, { db, publicAnswers }: ScheduleDeps): void {
  app.get(
    `/${kind.path}`,
    {
      config: { access: 'public' },
      schema: {
        operationId: `list${title(kind.path)}`,
        tags: ['Schedule'],
        summary: `The active ${kind.path}, by name`,
        querystring: PageQuery,
        response: publicResponses(Page(Type.Ref(title(kind.entity)))),
      },
    },
    (request, reply) => {
      const { limit, cursor } = request.query;
      const load = () => listCatalogue(db, kind, { limit, cursor, isActive: true }, catalogueItem);
      return publicAnswer(request, reply, publicAnswers, JSON.stringify([kind.path, limit, cursor]), load);
    },
  );
}

function listAndCreate(app: App, kind: CatalogueKind, { db }: ScheduleDeps): void {
  const view = managedView(kind);
  app.get(
    `/admin/${kind.path}`,
    {
      config: adminList,
      schema: {
        operationId: `listAll${title(kind.path)}`,
        tags: ['Schedule administration'],
        summary: `All ${kind.path}, also the deleted ones, by name`,
        querystring: AdminQuery,
        response: { 200: jsonOrCsv(Page(view)), ...problemResponses(401, 403) },
      },
    },
    ({ query }, reply) => {
      const load = (limit: number, cursor?: string) =>
        listCatalogue(db, kind, { ...query, limit, cursor }, managedCatalogueItem);
      return answerList(reply, query, load, { name: kind.path, columns: catalogueColumns(kind) });
    },
  );

  app.post(
    `/admin/${kind.path}`,
    {
      config: { access: 'admin' },
      schema: {
        operationId: `create${title(kind.entity)}`,
        headers: IdempotencyHeaders,
        tags: ['Schedule administration'],
        summary: `Add a ${kind.entity}`,
        body: Type.Unsafe<CatalogueValues>(kind.createBody),
        response: { 201: view, ...problemResponses(401, 403, 409) },
      },
    },
    async (request, reply) => {
      const answer = await commitCatalogueChange(db, kind.entity, (tx) =>
        answerOnce(tx, idempotencyKey(request), async () => ({
          status: 201,
          body: await createCatalogueItem(tx, kind, auditActor(request), request.body),
        })),
      );
      return reply.code(201).send(answer.body);
    },
  );
}

function updateAndDelete(app: App, kind: CatalogueKind, { db }: ScheduleDeps): void {
  app.patch(
    `/admin/${kind.path}/:id`,
    {
      config: { access: 'admin' },
      schema: {
        operationId: `update${title(kind.entity)}`,
        tags: ['Schedule administration'],
        summary: `Change a ${kind.entity}${kind.entity === 'location' ? ', not its time zone while coming sessions need it' : ''}, or put a deleted one back`,
        params: IdParams,
        body: Type.Unsafe<CatalogueChange>(kind.patchBody),
        response: { 200: managedView(kind), ...problemResponses(401, 403, 404, 409) },
      },
    },
    (request) =>
      commitCatalogueChange(db, kind.entity, (tx) =>
        updateCatalogueItem(tx, kind, auditActor(request), request.params.id, request.body),
      ),
  );

  app.delete(
    `/admin/${kind.path}/:id`,
    {
      config: { access: 'admin' },
      schema: {
        operationId: `delete${title(kind.entity)}`,
        tags: ['Schedule administration'],
        summary: `Take a ${kind.entity} out of the catalogue; refused while coming sessions need it`,
        params: IdParams,
        response: { 204: Type.Null(), ...problemResponses(401, 403, 404, 409) },
      },
    },
    async (request, reply) => {
      await commitCatalogueChange(db, kind.entity, (tx) =>
        deleteCatalogueItem(tx, kind, auditActor(request), request.params.id),
      );
      return reply.code(204).send(null);
    },
  );
}

const managedView = (kind: CatalogueKind) =>
  Type.Unsafe<ManagedCatalogueItem>(Type.Ref(`Managed${title(kind.entity)}`));

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
