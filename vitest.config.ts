import { defineConfig } from 'vitest/config';

const DATABASE_TESTS = '{apps,packages,bin,bench}/**/*.{db,http,race}.test.ts';
const setupFiles = './bin/support/test/temporal-equality.ts';

export default defineConfig({
  test: {
    // The machine that matters has two cores, and PostgreSQL needs its share of them.
    maxWorkers: 2,
    // For hangs only; a machine that is busy otherwise is no failure.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['{apps,packages,bin,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/node_modules/**', '**/.next/**', DATABASE_TESTS],
        },
      },
      {
        test: {
          name: 'database',
          setupFiles,
          include: [DATABASE_TESTS],
          exclude: ['**/node_modules/**'],
          globalSetup: './bin/support/test/postgres-global-setup.ts',
        },
      },
    ],
  },
});
