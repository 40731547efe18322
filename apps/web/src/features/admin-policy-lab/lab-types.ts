import type { paths } from '@openmat/api-client';

/** What the lab answers. */
export type LabAnswer =
  paths['/api/v1/admin/analytics/policy-lab']['post']['responses'][200]['content']['application/json'];
