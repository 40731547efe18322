import {
  daysWindow,
  isDay,
  isId,
  isOneOf,
  type RawSearch,
  readSearch,
  type SearchRules,
  searchHref,
} from '#lib/navigation/search.ts';
import { addDays } from './week.ts';

export type SearchName = 'view' | 'week' | 'from' | 'to' | 'classId' | 'locationId' | 'instructorId' | 'state';

/** Which sessions are shown and how, as it stands in the address. Days are days of the studio. */
export type AdminSessionSearch = Partial<Record<SearchName, string>>;

const rules: SearchRules<SearchName> = {
  view: isOneOf(['week', 'list']),
  week: isDay,
  from: isDay,
  to: isDay,
  classId: isId,
  locationId: isId,
  instructorId: isId,
  state: isOneOf(['scheduled', 'canceled']),
};

/** Reads the query of an address; what makes no sense is left out. */
export const readAdminSessionSearch = (params: RawSearch): AdminSessionSearch => readSearch(rules, params);

export const adminSessionsHref = (search: AdminSessionSearch): string => searchHref('/admin/sessions', search);

/** The list as query parameters of the API; the last day is included. */
export function adminSessionQuery({ view, week, from, to, state, ...ids }: AdminSessionSearch, timeZone: string) {
  return {
    ...ids,
    isActive: true,
    ...daysWindow({ from, to }, timeZone),
    ...((state === 'scheduled' || state === 'canceled') && { state: state as 'scheduled' | 'canceled' }),
  };
}

/** The week from a Monday on as query parameters of the API. */
export function weekQuery({ classId, locationId, instructorId }: AdminSessionSearch, monday: string, timeZone: string) {
  return {
    ...(classId && { classId }),
    ...(locationId && { locationId }),
    ...(instructorId && { instructorId }),
    isActive: true,
    ...daysWindow({ from: monday, to: addDays(monday, 6) }, timeZone),
  };
}
