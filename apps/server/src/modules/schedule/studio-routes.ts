import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import { commitCatalogueChange } from './commit-change.ts';
import { publicAnswer, publicResponses } from './public-answer.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { findStudio, policy, Studio, settings, studioView } from './studio.ts';
import { updateStudio } from './update-studio.ts';

const strict = { additionalProperties: false };
const StudioPatch = Type.Partial(Type.Object({ ...settings, policy: Type.Partial(policy, strict) }), strict);
const adminResponse = { 200: Type.Unsafe<Studio>(Type.Ref('Studio')), ...problemResponses(401, 403) };

/** The studio's settings and policy: read by everybody, changed by admins. */
export function studioRoutes({ db, publicAnswers }: ScheduleDeps): Routes {
  const load = async () => studioView(await findStudio(db));

  return (app) => {
    app.addSchema(Studio);

    app.get(
      '/studio',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getStudio',
          tags: ['Schedule'],
          summary: 'Name, currency, locales and the booking policy',
          response: publicResponses(Type.Ref('Studio')),
        },
      },
      (request, reply) => publicAnswer(request, reply, publicAnswers, 'studio', load),
    );

    app.get(
      '/admin/studio',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'getStudioSettings',
          tags: ['Schedule administration'],
          summary: 'All settings and policy',
          response: adminResponse,
        },
      },
      load,
    );

    app.patch(
      '/admin/studio',
      {
        config: { access: 'admin' },
        schema: {
          operationId: 'updateStudioSettings',
          tags: ['Schedule administration'],
          summary: 'Change settings and policy; what is absent stays',
          body: StudioPatch,
          response: adminResponse,
        },
      },
      (request) => commitCatalogueChange(db, 'studio', (tx) => updateStudio(tx, auditActor(request), request.body)),
    );
  };
}
