import type { Routes } from '#platform/http/app-types.ts';
import type { Unblock } from './change-user.ts';
import { checkInCodeRoutes } from './check-in-code-routes.ts';
import { deviceRoutes } from './device-routes.ts';
import type { IdentityDeps } from './identity-deps.ts';
import { type MemberDataHooks, meRoutes } from './me-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';
import { refreshRoutes } from './refresh-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { userAdminRoutes } from './user-admin-routes.ts';
import { userDeviceRoutes } from './user-device-routes.ts';

/** Where other modules take part in what happens to members. */
export interface MemberHooks extends MemberDataHooks {
  unblock: Unblock;
}

/** All routes of identity: `/auth`, `/me` and `/admin/users`. */
export function identityRoutes(deps: IdentityDeps, hooks: MemberHooks): Routes {
  return (app) => {
    signInRoutes(app, deps);
    refreshRoutes(app, deps);
    recoveryRoutes(app, deps);
    meRoutes(app, { ...deps, ...hooks });
    checkInCodeRoutes(app, deps);
    deviceRoutes(app, deps);
    peopleRoutes(app, deps);
    userAdminRoutes(app, { ...deps, unblock: hooks.unblock });
    userDeviceRoutes(app, deps);
  };
}
