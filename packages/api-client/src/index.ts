export { type ApiClientOptions, createApiClient } from './create-api-client.ts';
export type { ApiClient } from './create-operations.ts';
export type { components, paths } from './generated/schema.d.ts';
export {
  type FieldError,
  isProblem,
  isWorthRetrying,
  type Problem,
  ProblemError,
  UnreachableError,
} from './problem.ts';
export { unwrap } from './unwrap.ts';
