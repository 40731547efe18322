import { wallTimeToInstant } from '#lib/format/wall-time.ts';

const names = ['from', 'to', 'classId', 'locationId', 'instructorId', 'state'] as const;

export type SearchName = (typeof names)[number];

/** What the list of sessions is narrowed down to, as it stands in the address. Days are days of the studio. */
export type AdminSessionSearch = Partial<Record<SearchName, string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isValid: Record<SearchName, (value: string) => boolean> = {
  from: (value) => DAY.test(value) && !Number.isNaN(Date.parse(value)),
  to: (value) => DAY.test(value) && !Number.isNaN(Date.parse(value)),
  classId: (value) => UUID.test(value),
  locationId: (value) => UUID.test(value),
  instructorId: (value) => UUID.test(value),
  state: (value) => value === 'scheduled' || value === 'canceled',
};

/** Reads the query of an address; what makes no sense is left out. */
export function readAdminSessionSearch(params: Record<string, string | string[] | undefined>): AdminSessionSearch {
  const entries = names.flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' && isValid[name](value) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

export function adminSessionsHref(search: AdminSessionSearch): string {
  const params = new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ''));
  return params.size > 0 ? `/admin/sessions?${params}` : '/admin/sessions';
}

/** The same as query parameters of the API; the last day is included. */
export function adminSessionQuery({ from, to, state, ...ids }: AdminSessionSearch, timeZone: string) {
  const dayAfter = (day: string) => new Date(Date.parse(day) + 864e5).toISOString().slice(0, 10);
  return {
    ...ids,
    isActive: true,
    ...(from && { from: wallTimeToInstant(from, '00:00', timeZone) }),
    ...(to && { to: wallTimeToInstant(dayAfter(to), '00:00', timeZone) }),
    ...((state === 'scheduled' || state === 'canceled') && { state: state as 'scheduled' | 'canceled' }),
  };
}
