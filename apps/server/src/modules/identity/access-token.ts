import { createSigner, createVerifier, TokenError } from 'fast-jwt';
import type { Actor } from '#platform/http/access.ts';
import { AppError } from '#platform/http/app-error.ts';

/** How long an access token is good for. */
export const ACCESS_TOKEN_SECONDS = 600;

const ISSUER = 'openmat';
const AUDIENCE = 'openmat-api';
/** RFC 9068: says that this JWT is an access token and nothing else. */
const TYPE = 'at+jwt';

export interface AccessTokens {
  sign(actor: Actor): string;
  /** @throws AppError `token_expired` or `unauthenticated` */
  verify(token: string): Actor;
}

/** Signs and verifies access tokens with the one algorithm HS256. */
export function createAccessTokens(secret: string): AccessTokens {
  const sign = createSigner({
    key: secret,
    algorithm: 'HS256',
    iss: ISSUER,
    aud: AUDIENCE,
    expiresIn: ACCESS_TOKEN_SECONDS * 1_000,
    header: { typ: TYPE, alg: 'HS256' },
  });
  const verify = createVerifier({
    key: secret,
    algorithms: ['HS256'],
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    checkTyp: TYPE,
    requiredClaims: ['sub', 'role', 'sid', 'exp'],
  });
  return {
    sign: ({ userId, role, familyId }) => sign({ sub: userId, role, sid: familyId }),
    verify: (token) => {
      try {
        const { sub, role, sid } = verify(token);
        return { userId: sub, role, familyId: sid };
      } catch (cause) {
        const expired = cause instanceof TokenError && cause.code === TokenError.codes.expired;
        throw new AppError(expired ? 'token_expired' : 'unauthenticated', { cause });
      }
    },
  };
}
