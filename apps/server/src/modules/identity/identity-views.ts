import { type Static, Type } from 'typebox';
import type { CsvColumns } from '#platform/http/csv.ts';
import { Id, Instant, Nullable, OneOf } from '#platform/http/schemas.ts';
import { ACCESS_TOKEN_SECONDS } from './access-token.ts';
import { deviceName } from './device-name.ts';
import { type User, userVersion } from './identity-store.ts';
import type { RefreshFamily } from './refresh-family-store.ts';
import type { SignIn } from './sign-in.ts';

const userFields = {
  id: Id,
  email: Type.String(),
  name: Type.String(),
  role: OneOf(['member', 'staff', 'admin']),
  locale: Type.String(),
  timeZone: Nullable(Type.String()),
  emailVerified: Type.Boolean(),
  createdAt: Instant,
};

/** What members see of themselves. */
export const UserView = Type.Object(userFields);

/** What an admin sees of an account. */
export const ManagedUserView = Type.Object({
  ...userFields,
  blocked: Type.Boolean(),
  blockedReason: Nullable(Type.String()),
  emailProblem: Nullable(Type.String({ description: 'Why the last mail came back; null once one arrives' })),
  version: Type.String({ description: 'Changes with the account; a PATCH with another one is refused' }),
});

/** As little of an account as the front desk needs to tell people apart. */
export const Person = Type.Object({
  id: Id,
  name: Type.String(),
  email: Type.String(),
  blocked: Type.Boolean({ description: 'May not book' }),
});

export const personColumns: CsvColumns<Static<typeof Person>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  email: ({ email }) => email,
  blocked: ({ blocked }) => blocked,
};

export const SignInView = Type.Object({
  user: UserView,
  accessToken: Type.String(),
  expiresIn: Type.Integer({ description: 'Seconds until the access token expires' }),
  refreshToken: Type.Optional(Type.String({ description: 'Only for clients that keep it themselves' })),
});

export const DeviceView = Type.Object({
  id: Id,
  userAgent: Nullable(Type.String()),
  browser: Nullable(Type.String({ examples: ['Firefox'], description: 'Named by the user agent, if it can be told' })),
  system: Nullable(Type.String({ examples: ['Windows'], description: 'Likewise' })),
  address: Nullable(Type.String()),
  signedInAt: Instant,
  lastUsedAt: Instant,
  current: Type.Boolean({ description: 'The device that is asking' }),
});

export const deviceColumns: CsvColumns<Static<typeof DeviceView>> = {
  id: ({ id }) => id,
  browser: ({ browser }) => browser,
  system: ({ system }) => system,
  user_agent: ({ userAgent }) => userAgent,
  address: ({ address }) => address,
  signed_in_at: ({ signedInAt }) => signedInAt,
  last_used_at: ({ lastUsedAt }) => lastUsedAt,
  current: ({ current }) => current,
};

export function userView(user: User): Static<typeof UserView> {
  const { id, email, name, role, locale, timeZone } = user;
  const emailVerified = user.emailVerifiedAt !== null;
  return { id, email, name, role, locale, timeZone, emailVerified, createdAt: user.createdAt.toString() };
}

export function managedUserView(user: User): Static<typeof ManagedUserView> {
  const { blockedAt, blockedReason, emailProblem } = user;
  const version = userVersion(user);
  return { ...userView(user), blocked: blockedAt !== null, blockedReason, emailProblem, version };
}

export function personView(user: Pick<User, 'id' | 'name' | 'email' | 'blockedAt'>): Static<typeof Person> {
  const { id, name, email, blockedAt } = user;
  return { id, name, email, blocked: blockedAt !== null };
}

/** @param withRefreshToken whether the client keeps the refresh token itself instead of in a cookie */
export function signInView(signedIn: SignIn, withRefreshToken: boolean): Static<typeof SignInView> {
  const { user, accessToken, refreshToken } = signedIn;
  const view = { user: userView(user), accessToken, expiresIn: ACCESS_TOKEN_SECONDS };
  return withRefreshToken ? { ...view, refreshToken } : view;
}

export function deviceView(family: RefreshFamily, currentFamilyId?: string): Static<typeof DeviceView> {
  const { id, userAgent, address, createdAt, rotatedAt } = family;
  const { browser, system } = deviceName(userAgent) ?? { browser: null, system: null };
  const current = id === currentFamilyId;
  return {
    id,
    userAgent,
    browser,
    system,
    address,
    signedInAt: createdAt.toString(),
    lastUsedAt: rotatedAt.toString(),
    current,
  };
}
