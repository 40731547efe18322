import type { Routes } from '#platform/http/app-types.ts';
import { accountRoutes } from './account-routes.ts';
import { importRoutes } from './import/import-routes.ts';
import type { MemberDeps } from './member-deps.ts';

/** Members as the studio sees them: accounts together with their tickets. */
export const memberRoutes =
  (deps: MemberDeps): Routes =>
  (app) => {
    accountRoutes(app, deps);
    importRoutes(app, deps);
  };
