export type Role = 'member' | 'staff' | 'admin';

export interface SignedInUser {
  id: string;
  email: string;
  name: string;
  role: Role;
  /** Where they want to read times besides the place of a session; null follows the device. */
  timeZone: string | null;
}

/** What the API answers to a sign-in or a refresh, with the time at which the token ends on this machine's clock. */
export interface Grant {
  user: SignedInUser;
  accessToken: string;
  /** Epoch milliseconds. */
  expiresAt: number;
}

/** Why somebody is no longer signed in, where it was not by "sign out" on this device; `ended` was decided elsewhere. */
export type Departure = 'ended' | 'all_devices' | 'erased';

/** `unknown` until the first refresh has been answered. */
export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed-out'; why: Departure | null }
  | { status: 'signed-in'; grant: Grant };
