import type pg from 'pg';
import { askAsAdmin } from './ask-as-admin.ts';
import { type ChartRequest, chartRequests } from './chart-requests.ts';

export interface ChartSample extends Pick<ChartRequest, 'chart' | 'days'> {
  status: number;
  ms: number;
}

/** Asks everything through HTTP, one after the other, as an admin looks at one screen. */
export async function measureCharts(url: string, client: pg.Client): Promise<ChartSample[]> {
  const filters = await findFilters(client);
  const samples: ChartSample[] = [];
  for (const { chart, days, query } of chartRequests(Temporal.Now.plainDateISO('Europe/Ljubljana'), filters)) {
    const { status, ms } = await askAsAdmin(`${url}/api/v1/admin/analytics/${chart}?${query}`);
    samples.push({ chart, days, status, ms });
  }
  return samples;
}

/** Replays the last 90 days under other rules; milliseconds. */
export async function measurePolicyLab(url: string): Promise<{ status: number; ms: number }> {
  const policy = { cancellationCutoffMinutes: 60, waitlistClosesMinutesBefore: 30 };
  return askAsAdmin(`${url}/api/v1/admin/analytics/policy-lab`, { method: 'POST', body: JSON.stringify({ policy }) });
}

/** One location, one class, and both. */
async function findFilters(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    'select l.id as location, c.id as class from locations l, class_types c order by l.name, c.name limit 1',
  );
  const { location, class: classId } = rows[0];
  return [`&locationId=${location}`, `&classId=${classId}`, `&locationId=${location}&classId=${classId}`];
}
