const filterNames = ['classId', 'locationId', 'instructorId'] as const;

type FilterName = (typeof filterNames)[number];

/** What an address of the schedule asks for. */
export interface ScheduleSearch {
  day?: string;
  filters: Partial<Record<FilterName, string>>;
}

type Params = Record<string, string | string[] | undefined>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the query of an address; what makes no sense is left out, so that a broken link still shows the schedule. */
export function readScheduleSearch({ day, ...params }: Params): ScheduleSearch {
  const filters = filterNames.flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' && UUID.test(value) ? [[name, value] as const] : [];
  });
  return { ...(typeof day === 'string' && { day }), filters: Object.fromEntries(filters) };
}

/** The address of the schedule with this search. */
export function scheduleHref({ day, filters }: ScheduleSearch): string {
  const params = new URLSearchParams({ ...(day && { day }), ...filters });
  return params.size > 0 ? `/?${params}` : '/';
}
