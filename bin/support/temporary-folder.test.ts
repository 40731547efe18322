import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTemporaryFolder, findAbandonedFolders } from './temporary-folder.ts';

test('a folder is abandoned when the process that made it is gone, also when another has its number', async () => {
  const mine = await createTemporaryFolder();
  const leftBehind = await mkdtemp(join(tmpdir(), `openmat-${process.pid}-1-`));
  const another = await mkdtemp(join(tmpdir(), 'openmat-another-'));
  const abandoned = await findAbandonedFolders();
  await Promise.all([mine, leftBehind, another].map((folder) => rm(folder, { recursive: true })));
  expect(abandoned).toContain(leftBehind);
  expect(abandoned).not.toContain(mine);
  expect(abandoned).not.toContain(another);
});
