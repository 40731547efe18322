import { type Static, Type } from 'typebox';
import { Day, findStudio, Minutes, policyOf } from '#modules/schedule/index.ts';
import { invalidField } from '#platform/http/app-error.ts';
import type { Routes } from '#platform/http/app-types.ts';
import { Id, OneOf, problemResponses } from '#platform/http/schemas.ts';
import type { AnalyticsDeps } from '../analytics-deps.ts';
import { PeriodView, periodView, scopeOf } from '../analytics-query.ts';
import { Count, Share } from '../chart-schemas.ts';
import { lengthOf } from '../period.ts';
import { shareOf } from '../ratios.ts';
import { ASSUMPTIONS } from './assumptions.ts';
import { runLab } from './run-lab.ts';
import type { SessionOutcome } from './session-outcome.ts';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 100;
const strict = { additionalProperties: false };

const CapacityChange = Type.Object(
  {
    unit: OneOf(['percent', 'places']),
    amount: Type.Integer({ minimum: -1_000, maximum: 1_000, description: 'A session keeps at least one place' }),
    classIds: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 200, description: 'All classes when absent' })),
  },
  strict,
);
const policy = Type.Object(
  {
    cancellationCutoffMinutes: Type.Optional(Minutes),
    waitlistClosesMinutesBefore: Type.Optional(Minutes),
    capacityChange: Type.Optional(CapacityChange),
  },
  { ...strict, minProperties: 1 },
);
const Body = Type.Object(
  {
    from: Type.Optional({ ...Day, description: `The first day; ${DEFAULT_DAYS} days up to \`to\` when absent` }),
    to: Type.Optional({ ...Day, description: 'The last day, counted; today when absent' }),
    policy,
  },
  strict,
);

const Outcome = Type.Object({
  sessions: Count,
  capacity: Count,
  booked: { ...Count, description: 'Places held at the start' },
  fillRate: Share,
  placedFromList: { ...Count, description: 'Promoted, or claimed a free seat after the list closed' },
  unplaced: { ...Count, description: 'Still waiting at the start' },
  lateCancels: Count,
  forfeitedEntries: { ...Count, description: 'Kept from late cancels, and not returned by a refilled place' },
});
const Answer = Type.Object({
  period: PeriodView,
  actual: { ...Outcome, description: 'What happened' },
  unchanged: { ...Outcome, description: 'The replay under the present rules; compare `changed` with this' },
  changed: Outcome,
  assumptions: Type.Array(Type.Object({ code: OneOf(ASSUMPTIONS.map(({ code }) => code)), text: Type.String() })),
});

/** What other rules would have made of the sessions that were held. */
export function policyLabRoutes({ db }: AnalyticsDeps): Routes {
  const schema = {
    operationId: 'replayPolicy',
    tags: ['Admin: analytics'],
    summary: 'Replay past sessions under other rules',
    description: `Nothing is changed. At most ${MAX_DAYS} days at once; what the replay takes for granted is in the answer.`,
    body: Body,
    response: { 200: Answer, ...problemResponses(401, 403) },
  };
  return (app) => {
    app.post('/admin/analytics/policy-lab', { config: { access: 'admin' }, schema }, async ({ body }) => {
      const studio = await findStudio(db);
      const { period, now } = scopeOf(body, studio.timeZone, Temporal.Now.instant(), DEFAULT_DAYS);
      if (lengthOf(period) > MAX_DAYS) throw invalidField('from', `must not be more than ${MAX_DAYS} days before to`);
      const { actual, unchanged, changed } = await runLab(db, period, policyOf(studio), body.policy, now);
      const outcomes = { actual: view(actual), unchanged: view(unchanged), changed: view(changed) };
      return { period: periodView(period), ...outcomes, assumptions: [...ASSUMPTIONS] };
    });
  };
}

function view(outcome: SessionOutcome): Static<typeof Outcome> {
  return { ...outcome, fillRate: shareOf(outcome.booked, outcome.capacity) };
}
