import type { Role } from '#lib/auth/session-state.ts';

export interface NavItem {
  href: string;
  label: 'schedule' | 'bookings' | 'tickets' | 'account' | 'desk' | 'admin';
}

const everybody: NavItem[] = [{ href: '/', label: 'schedule' }];
const members: NavItem[] = [
  { href: '/bookings', label: 'bookings' },
  { href: '/tickets', label: 'tickets' },
  { href: '/account', label: 'account' },
];
const studio: Record<Role, NavItem[]> = {
  member: [],
  staff: [{ href: '/admin/today', label: 'desk' }],
  admin: [{ href: '/admin/today', label: 'admin' }],
};

/** The ways that make sense for a role; what each of them may do there is the API's decision. */
export function navItems(role: Role | null): NavItem[] {
  return [
    ...everybody,
    ...(role ? members : [{ href: '/tickets', label: 'tickets' as const }]),
    ...(role ? studio[role] : []),
  ];
}

/** Whether a page belongs to a way: its own page, or one below it. Sessions are found through the schedule. */
export function isCurrent(href: string, pathname: string): boolean {
  if (href === '/') return pathname === '/' || pathname.startsWith('/sessions/');
  return isBelow(href.startsWith('/admin') ? '/admin' : href, pathname);
}

/** Whether a page is that of an address, or one below it. */
export function isBelow(href: string, pathname: string): boolean {
  return pathname === href || pathname.startsWith(`${href}/`);
}
