const filterNames = ['classId', 'locationId', 'instructorId'] as const;

export type FilterName = (typeof filterNames)[number];

/** What narrows the schedule down, as query parameters of the API and of addresses alike. */
export type ScheduleFilters = Partial<Record<FilterName, string>> & { hasSeats?: true };

/** What an address of the schedule asks for. */
export interface ScheduleSearch {
  day?: string;
  filters: ScheduleFilters;
}

type Params = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the query of an address; what makes no sense is left out, so that a broken link still shows the schedule. */
export function readScheduleSearch({ day, ...params }: Params): ScheduleSearch {
  const chosen = filterNames.flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' && UUID.test(value) ? [[name, value] as const] : [];
  });
  const filters: ScheduleFilters = {
    ...Object.fromEntries(chosen),
    ...(params.hasSeats === 'true' && { hasSeats: true }),
  };
  return { ...(typeof day === 'string' && { day }), filters };
}

/** The address of the schedule with this search. */
export function scheduleHref({ day, filters }: ScheduleSearch): string {
  const { hasSeats, ...chosen } = filters;
  const params = new URLSearchParams({ ...(day && { day }), ...chosen, ...(hasSeats && { hasSeats: 'true' }) });
  return params.size > 0 ? `/?${params}` : '/';
}
