import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { defineJob, handleJob } from './define-job.ts';
import { hearTogether } from './hear-together.ts';

const event = defineJob({ name: 'event', summary: 'x', payload: Type.Object({}), retryLimit: 1, retryDelaySeconds: 1 });
const other = defineJob({ name: 'other', summary: 'x', payload: Type.Object({}), retryLimit: 1, retryDelaySeconds: 1 });
const { signal } = new AbortController();

test('everybody who hears a job is run, in turn', async () => {
  const heard: string[] = [];
  const jobs = hearTogether([
    handleJob(event, async () => void heard.push('first')),
    handleJob(other, async () => void heard.push('other')),
    handleJob(event, async () => void heard.push('second')),
  ]);
  expect(jobs.map(({ definition }) => definition.name)).toEqual(['event', 'other']);
  await jobs[0]?.handle({}, signal);
  expect(heard).toEqual(['first', 'second']);
});

test('one that fails keeps nobody else from hearing, and the job fails', async () => {
  const heard: string[] = [];
  const [job] = hearTogether([
    handleJob(event, () => Promise.reject(new Error('deaf'))),
    handleJob(event, async () => void heard.push('second')),
  ]);
  await expect(job?.handle({}, signal)).rejects.toThrow('deaf');
  expect(heard).toEqual(['second']);
});
