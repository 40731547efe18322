import type { Role } from '#lib/auth/session-state.ts';

export interface NavItem {
  href: string;
  label: 'schedule' | 'bookings' | 'tickets' | 'admin';
}

const everybody: NavItem[] = [{ href: '/', label: 'schedule' }];
const members: NavItem[] = [
  { href: '/bookings', label: 'bookings' },
  { href: '/tickets', label: 'tickets' },
];
const admins: NavItem[] = [{ href: '/admin/sessions', label: 'admin' }];

/** The ways that make sense for a role; what each of them may do there is the API's decision. */
export function navItems(role: Role | null): NavItem[] {
  return [
    ...everybody,
    ...(role ? members : [{ href: '/tickets', label: 'tickets' as const }]),
    ...(role === 'admin' ? admins : []),
  ];
}

/** Whether a page belongs to a way: its own page, or one below it. Sessions are found through the schedule. */
export function isCurrent(href: string, pathname: string): boolean {
  if (href === '/') return pathname === '/' || pathname.startsWith('/sessions/');
  const area = href.startsWith('/admin') ? '/admin' : href;
  return pathname === area || pathname.startsWith(`${area}/`);
}
