export { type AccessTokens, createAccessTokens } from './access-token.ts';
export { authenticationPlugin } from './authentication.ts';
