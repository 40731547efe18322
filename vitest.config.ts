import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = '{apps,packages,bin,bench}/**/*.{db,http,race}.test.ts';
const IGNORED = ['**/node_modules/**', '**/.next/**'];

export default defineConfig({
  test: {
    // The machine that matters has two cores, and PostgreSQL needs its share of them.
    maxWorkers: 2,
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
