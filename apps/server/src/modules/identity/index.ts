export { createAccessTokens } from './access-token.ts';
export { authenticationPlugin } from './authentication.ts';
export { createAdmin } from './create-admin.ts';
export { identityJobs } from './identity-job-handlers.ts';
export { identityJobDefinitions } from './identity-jobs.ts';
export { createIdentityParts, type IdentityParts } from './identity-parts.ts';
export { identityRoutes, type MemberHooks } from './identity-routes.ts';
export { findUserByEmail } from './identity-store.ts';
export { createPasswordHasher } from './password-hasher.ts';
