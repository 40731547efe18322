import type { Routes } from '#platform/http/app-types.ts';
import { catalogueRoutes } from './catalogue-routes.ts';
import { closedDayRoutes } from './closed-days-routes.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { seriesRoutes } from './series-routes.ts';
import { sessionAdminRoutes } from './session-admin-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { sessionStreamRoutes } from './session-stream-routes.ts';
import { studioRoutes } from './studio-routes.ts';

/** The studio, its catalogue and its schedule. */
export function scheduleRoutes(deps: ScheduleDeps): Routes {
  return (app) => {
    // The notification of a commit may arrive after its answer; whoever changed something sees it in their next read all
    // the same, whichever module did it.
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.method !== 'GET' && reply.statusCode < 400) deps.publicAnswers.invalidate();
      done(null, payload);
    });
    for (const routes of [studioRoutes, catalogueRoutes, sessionRoutes, sessionAdminRoutes]) routes(deps)(app);
    for (const routes of [seriesRoutes, closedDayRoutes]) routes(deps)(app);
    sessionStreamRoutes(deps)(app);
  };
}
