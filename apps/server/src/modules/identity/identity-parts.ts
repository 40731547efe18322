import type pg from 'pg';
import { type AccessTokens, createAccessTokens } from './access-token.ts';
import { createLoginLimits, type LoginLimits, noLoginLimits } from './login-limits.ts';
import { createOneTimeTokens, type OneTimeTokens } from './one-time-token.ts';
import { createPasswordHasher, type PasswordHasher } from './password-hasher.ts';
import { createRefreshTokens, type RefreshTokens } from './refresh-token.ts';

/** The parts of identity that live as long as the process. */
export interface IdentityParts {
  accessTokens: AccessTokens;
  refreshTokens: RefreshTokens;
  oneTimeTokens: OneTimeTokens;
  passwords: PasswordHasher;
  loginLimits: LoginLimits;
}

export interface IdentitySettings {
  accessTokenSecret: string;
  refreshTokenSecret: string;
  rateLimits: 'on' | 'off';
}

export function createIdentityParts(settings: IdentitySettings, pool: pg.Pool): IdentityParts {
  const { accessTokenSecret, refreshTokenSecret, rateLimits } = settings;
  return {
    accessTokens: createAccessTokens(accessTokenSecret),
    refreshTokens: createRefreshTokens(refreshTokenSecret),
    oneTimeTokens: createOneTimeTokens(refreshTokenSecret),
    passwords: createPasswordHasher(),
    loginLimits: rateLimits === 'on' ? createLoginLimits(pool) : noLoginLimits,
  };
}
