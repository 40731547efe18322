import type { Routes } from '#platform/http/app-types.ts';
import { webhookAdminRoutes } from './webhook-admin-routes.ts';
import { webhookDeliveryRoutes } from './webhook-delivery-routes.ts';
import type { WebhookDeps } from './webhook-deps.ts';

export { webhookJobs } from './webhook-job-handlers.ts';
export { webhookJobDefinitions } from './webhook-jobs.ts';

/** Outgoing webhooks, for admins. */
export function webhookRoutes(deps: WebhookDeps): Routes {
  return (app) => {
    webhookAdminRoutes(app, deps);
    webhookDeliveryRoutes(app, deps);
  };
}
