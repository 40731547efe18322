import { Type } from 'typebox';
import { auditActor } from '#modules/audit/index.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import { SeenVersion } from '#platform/http/version.ts';
import { commitCatalogueChange } from './commit-change.ts';
import { publicAnswer, publicResponses } from './public-answer.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { findStudio, policy, Studio, StudioSettings, settings, studioSettingsView, studioView } from './studio.ts';
import { updateStudio } from './update-studio.ts';

const strict = { additionalProperties: false };
const StudioPatch = Type.Partial(
  Type.Object({ ...settings, policy: Type.Partial(policy, strict), version: SeenVersion }),
  strict,
);
const settingsView = Type.Unsafe<StudioSettings>(Type.Ref('StudioSettings'));

/** The studio's settings and policy: read by everybody, changed by admins. */
export function studioRoutes({ db, publicAnswers }: ScheduleDeps): Routes {
  const load = async () => studioView(await findStudio(db));

  return (app) => {
    app.addSchema(Studio);
    app.addSchema(StudioSettings);

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
          response: { 200: settingsView, ...problemResponses(401, 403) },
        },
      },
      async () => studioSettingsView(await findStudio(db)),
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
          response: { 200: settingsView, ...problemResponses(401, 403, 409) },
        },
      },
      (request) => commitCatalogueChange(db, 'studio', (tx) => updateStudio(tx, auditActor(request), request.body)),
    );
  };
}
