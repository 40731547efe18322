/** Which sessions the desk looks at, as it stands in the address and in the query of the API; without a date it is today. */
export interface DeskSearch {
  date?: string;
  locationId?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DAY_MS = 86_400_000;

/** Reads the query of an address; what makes no sense is left out. */
export function readDeskSearch(params: Record<string, string | string[] | undefined>): DeskSearch {
  const { date, locationId } = params;
  const isDay = typeof date === 'string' && DAY.test(date) && isOnCalendar(date);
  const isId = typeof locationId === 'string' && UUID.test(locationId);
  return { ...(isDay && { date }), ...(isId && { locationId }) };
}

export function deskHref({ date, locationId }: DeskSearch): string {
  const params = new URLSearchParams({ ...(date && { date }), ...(locationId && { locationId }) });
  return params.size > 0 ? `/admin/today?${params}` : '/admin/today';
}

/** The date so many days later, or earlier. */
export function dayBeside(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `Date.parse` takes 31 February for a day in March. */
function isOnCalendar(date: string): boolean {
  return !Number.isNaN(Date.parse(date)) && dayBeside(date, 0) === date;
}
