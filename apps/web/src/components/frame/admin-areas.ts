import type { Role } from '#lib/auth/session-state.ts';
import { isBelow } from './nav-items.ts';

/** Everything of the studio's own, in the order of a working day, and who it is for. The API decides; this keeps dead ends away. */
const areas = [
  { name: 'today', access: 'staff' },
  { name: 'sessions', access: 'admin' },
  { name: 'members', access: 'admin' },
  { name: 'bookings', access: 'admin' },
  { name: 'plans', access: 'admin' },
  { name: 'payments', access: 'admin' },
  { name: 'analytics', access: 'admin' },
  { name: 'audit', access: 'admin' },
  { name: 'messages', access: 'admin' },
  { name: 'jobs', access: 'admin' },
  { name: 'webhooks', access: 'admin' },
  { name: 'settings', access: 'admin' },
] as const satisfies readonly { name: string; access: 'staff' | 'admin' }[];

export type AdminArea = (typeof areas)[number];

export const areaHref = ({ name }: AdminArea): string => `/admin/${name}`;

/** The areas that a role has anything to do in. */
export function areasOf(role: Role | null): AdminArea[] {
  return areas.filter(({ access }) => mayEnter(role, access));
}

/** Whether a page of the studio is for a role; one that belongs to no area is for admins. */
export function isForRole(role: Role | null, pathname: string): boolean {
  const area = areas.find((each) => isBelow(areaHref(each), pathname));
  return mayEnter(role, area?.access ?? 'admin');
}

function mayEnter(role: Role | null, access: 'staff' | 'admin'): boolean {
  return role === 'admin' || (role === 'staff' && access === 'staff');
}
