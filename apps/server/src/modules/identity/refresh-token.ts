import { createSigner, createVerifier } from 'fast-jwt';
import type { RefreshFamily } from './refresh-family-store.ts';

const ISSUER = 'openmat';
/** Says what this JWT is, so that no other kind of token signed with the same secret passes as one. */
const TYPE = 'openmat-refresh+jwt';

/** What a refresh token says: which device, and how many rotations ago it was made. */
export interface PresentedToken {
  familyId: string;
  generation: number;
}

export interface RefreshTokens {
  /** The token of the family's present generation. */
  sign(family: Pick<RefreshFamily, 'id' | 'generation' | 'rotatedAt' | 'expiresAt'>): string;
  /** What the token says, or null when it is forged, of another kind, or expired. */
  verify(token: string): PresentedToken | null;
}

/**
 * Signs and verifies refresh tokens with the one algorithm HS256.
 *
 * Signing is a function of the row alone: whoever asks for the same generation gets the same string, so nothing has to
 * be stored to answer a repetition.
 */
export function createRefreshTokens(secret: string): RefreshTokens {
  const sign = createSigner({
    key: secret,
    algorithm: 'HS256',
    iss: ISSUER,
    header: { typ: TYPE, alg: 'HS256' },
  });
  const verify = createVerifier({
    key: secret,
    algorithms: ['HS256'],
    allowedIss: ISSUER,
    checkTyp: TYPE,
    requiredClaims: ['fam', 'gen', 'exp'],
  });
  return {
    sign: ({ id, generation, rotatedAt, expiresAt }) =>
      sign({ fam: id, gen: generation, iat: unixSeconds(rotatedAt), exp: unixSeconds(expiresAt) }),
    verify: (token) => {
      try {
        const { fam, gen } = verify(token);
        return { familyId: fam, generation: gen };
      } catch {
        return null;
      }
    },
  };
}

const unixSeconds = (instant: Temporal.Instant) => Math.floor(instant.epochMilliseconds / 1_000);
