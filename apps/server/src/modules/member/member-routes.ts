import type { Routes } from '#platform/http/app-types.ts';
import { importRoutes } from './import/import-routes.ts';
import type { MemberDeps } from './member-deps.ts';
import { memberListRoutes } from './member-list-routes.ts';

/** Members as the studio sees them: accounts together with their tickets. */
export const memberRoutes =
  (deps: MemberDeps): Routes =>
  (app) => {
    memberListRoutes(app, deps);
    importRoutes(app, deps);
  };
