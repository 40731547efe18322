import { Type } from 'typebox';
import { found } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { IdParams, Page } from '#platform/http/schemas.ts';
import { publicAnswer, publicResponses } from './public-answer.ts';
import type { ScheduleDeps } from './schedule-deps.ts';
import { SessionQuery, sessionFilter } from './session-query.ts';
import { findSession, listSessions } from './session-read-model.ts';
import { Session, SessionDetail, sessionDetailView, sessionView } from './session-view.ts';

/** How far the schedule shows without a `to`. */
const WINDOW = { hours: 28 * 24 };

/** The schedule that everybody sees. */
export function sessionRoutes({ db, publicAnswers }: ScheduleDeps): Routes {
  return (app) => {
    app.addSchema(Session);
    app.addSchema(SessionDetail);

    app.get(
      '/sessions',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'listSessions',
          tags: ['Schedule'],
          summary: 'The schedule by start, canceled sessions included; 28 days when there is no `to`',
          querystring: SessionQuery,
          response: publicResponses(Page(Type.Ref('Session'))),
        },
      },
      (request, reply) => {
        const { limit = 50, cursor } = request.query;
        const filter = sessionFilter(request.query);
        const load = () => {
          const { from = Temporal.Now.instant(), to = from.add(WINDOW), ...rest } = filter;
          return listSessions(db, { ...rest, from, to, isActive: true }, { limit, cursor }, sessionView);
        };
        return publicAnswer(request, reply, publicAnswers, JSON.stringify(['sessions', filter, limit, cursor]), load);
      },
    );

    app.get(
      '/sessions/:id',
      {
        config: { access: 'public' },
        schema: {
          operationId: 'getSession',
          tags: ['Schedule'],
          summary: 'One session, with what the class is and where the location',
          params: IdParams,
          response: publicResponses(Type.Ref('SessionDetail'), 404),
        },
      },
      (request, reply) => {
        const { id } = request.params;
        const load = async () => {
          const session = await findSession(db, id, sessionDetailView);
          return found(session?.isActive ? session : undefined, 'session');
        };
        return publicAnswer(request, reply, publicAnswers, `session ${id}`, load);
      },
    );
  };
}
