import { defineConfig } from 'vitest/config';
import { WaitingFilesFirst } from './bin/support/test/waiting-files-first.ts';

const DATABASE_TESTS = '{apps,packages,bin,bench}/**/*.{db,http,race}.test.ts';
const IGNORED = ['**/node_modules/**', '**/.next/**'];

export default defineConfig({
  test: {
    // The machine that matters has two cores, and PostgreSQL needs its share of them; the third worker is for those that wait.
    maxWorkers: 3,
    sequence: { sequencer: WaitingFilesFirst },
    // For hangs only; a machine that is busy otherwise is no failure.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    setupFiles: './bin/support/test/temporal-equality.ts',
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{apps,packages,bin,bench}/**/*.test.ts'],
          exclude: [...IGNORED, DATABASE_TESTS],
        },
      },
      {
        extends: true,
        test: {
          name: 'components',
          include: ['apps/web/**/*.test.tsx'],
          exclude: IGNORED,
          environment: 'happy-dom',
          setupFiles: './apps/web/src/components/test/set-up.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [DATABASE_TESTS],
          exclude: IGNORED,
          globalSetup: './bin/support/test/postgres-global-setup.ts',
        },
      },
    ],
  },
});
