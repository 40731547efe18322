export type Role = 'member' | 'staff' | 'admin';

export interface SignedInUser {
  id: string;
  email: string;
  name: string;
  role: Role;
}

/** What the API answers to a sign-in or a refresh, with the time at which the token ends on this machine's clock. */
export interface Grant {
  user: SignedInUser;
  accessToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** `unknown` until the first refresh has been answered. */
export type SessionState = { status: 'unknown' } | { status: 'signed-out' } | { status: 'signed-in'; grant: Grant };
