import { type Static, type TObject, Type } from 'typebox';
import { findStudio } from '#modules/schedule/index.ts';
import type { Database } from '#platform/db/database.ts';
import type { App } from '#platform/http/app-types.ts';
import { type CsvColumns, jsonOrCsv, sendCsv } from '#platform/http/csv.ts';
import { problemResponses } from '#platform/http/schemas.ts';
import type { AnalyticsDeps } from './analytics-deps.ts';
import { PeriodView, periodView, type Scope, SessionsQuery, StudioQuery, scopeOf } from './analytics-query.ts';

/** One question of the studio about itself: answered as JSON, and its rows as CSV. */
export interface Chart<Answer extends TObject, Row> {
  /** Below `/admin/analytics`; also the name of the file. */
  path: string;
  operationId: string;
  summary: string;
  description: string;
  /** Whether it can be asked about one location or one class. */
  about: 'studio' | 'sessions';
  answer: Answer;
  load(db: Database, scope: Scope, studio: { currency: string }): Promise<Static<Answer>>;
  rows(answer: Static<Answer>): readonly Row[];
  columns: CsvColumns<Row>;
}

/** Declares a chart; gives its parts their types. */
export function defineChart<const Answer extends TObject, Row>(chart: Chart<Answer, Row>): Chart<Answer, Row> {
  return chart;
}

/** Adds the route of a chart. */
export function addChart<Answer extends TObject, Row>(
  app: App,
  { db }: AnalyticsDeps,
  chart: Chart<Answer, Row>,
): void {
  const { path, operationId, summary, description, about, answer } = chart;
  const schema = {
    operationId,
    tags: ['Admin: analytics'],
    summary,
    description,
    querystring: about === 'sessions' ? SessionsQuery : StudioQuery,
    // What `load` gives is checked against the chart's own schema, above.
    response: {
      200: jsonOrCsv(Type.Unsafe<unknown>(Type.Object({ period: PeriodView, ...answer.properties }))),
      ...problemResponses(401, 403),
    },
  };
  app.get(`/admin/analytics/${path}`, { config: { access: 'admin' }, schema }, async ({ query }, reply) => {
    const studio = await findStudio(db);
    const scope = scopeOf(query, studio.timeZone, Temporal.Now.instant());
    const loaded = await chart.load(db, scope, studio);
    const period = periodView(scope.period);
    if (query.format !== 'csv') return { period, ...loaded };
    const name = `${path}-${period.from}-${period.to}`;
    return sendCsv(reply, { name, columns: chart.columns, rows: chart.rows(loaded), bom: query.bom });
  });
}
