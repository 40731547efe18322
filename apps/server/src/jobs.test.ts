import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobDefinitions } from './jobs.ts';

const page = readFileSync(new URL('../../../docs/jobs.md', import.meta.url), 'utf8');

test('docs/jobs.md lists exactly the jobs there are, with their urgency, schedule and attempts', () => {
  const documented = [...page.matchAll(/^\| `([\w-]+)`( \*)? \| (?:`(.+?)`( \(studio\))?|[^|]+) \| (\d+) \| \S/gm)].map(
    ([, name, mark, cron, inStudio, attempts]) => {
      const zone = inStudio ? 'studio' : 'UTC';
      return { name, urgent: mark !== undefined, schedule: cron && `${cron} ${zone}`, attempts: Number(attempts) };
    },
  );
  expect(documented).toEqual(
    jobDefinitions.map(({ name, urgent = false, schedule, retryLimit }) => {
      return { name, urgent, schedule: schedule && `${schedule.cron} ${schedule.timeZone}`, attempts: retryLimit + 1 };
    }),
  );
});
