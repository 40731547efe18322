import type { paths } from '@openmat/api-client';
import { isOneOf, type RawSearch, readSearch, type SearchRules, searchHref } from '#lib/navigation/search.ts';

export const ticketStatuses = ['active', 'expiring', 'expired', 'none'] as const;
export const roles = ['member', 'staff', 'admin'] as const;
export const expiringDays = ['7', '14', '30', '60'] as const;
export const memberSorts = ['-createdAt', 'createdAt', 'name', '-name'] as const;

export type MemberSearchName = 'q' | 'ticketStatus' | 'expiringWithinDays' | 'role' | 'blocked' | 'sort';

/** What the list of members is narrowed down to, as it stands in the address. */
export type MemberSearch = Partial<Record<MemberSearchName, string>>;

export type MemberQuery = NonNullable<paths['/api/v1/admin/users']['get']['parameters']['query']>;

const rules: SearchRules<MemberSearchName> = {
  q: (value) => value.length <= 200 && value.trim() !== '',
  ticketStatus: isOneOf(ticketStatuses),
  expiringWithinDays: isOneOf(expiringDays),
  role: isOneOf(roles),
  blocked: isOneOf(['true', 'false']),
  sort: isOneOf(memberSorts),
};

export const readMemberSearch = (params: RawSearch): MemberSearch => readSearch(rules, params);

export const membersHref = (search: MemberSearch): string => searchHref('/admin/members', search);

/** The same as query parameters of the API. */
export function memberQuery({ blocked, expiringWithinDays, ...search }: MemberSearch): MemberQuery {
  return {
    // `readMemberSearch` let nothing else in.
    ...(search as Partial<MemberQuery>),
    ...(blocked && { blocked: blocked === 'true' }),
    ...(expiringWithinDays && { expiringWithinDays: Number(expiringWithinDays) }),
  };
}
