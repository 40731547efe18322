import type { AdminSession } from '#lib/api/types.ts';
import { type SessionValues, sessionValues } from './session-form-values.ts';
import { addDays } from './week.ts';

/** Where a new session starts from, as it stands in the address. */
export interface NewSessionStart {
  date?: string;
  /** `18:00` */
  time?: string;
  locationId?: string;
  /** The session that it is a copy of, a week later. */
  copyOf?: string;
}

const shapes = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  time: /^([01]\d|2[0-3]):[0-5]\d$/,
  locationId: /^[0-9a-f-]{36}$/i,
  copyOf: /^[0-9a-f-]{36}$/i,
} satisfies Record<keyof NewSessionStart, RegExp>;

/** Reads the query of an address; what makes no sense is left out. */
export function readNewSessionStart(params: Record<string, string | string[] | undefined>): NewSessionStart {
  const names = Object.keys(shapes) as (keyof NewSessionStart)[];
  const entries = names.flatMap((name) => {
    const value = params[name];
    return typeof value === 'string' && shapes[name].test(value) ? [[name, value]] : [];
  });
  return Object.fromEntries(entries);
}

/** What the form holds at first; a class takes an hour unless somebody says otherwise. */
export function startValues({ date, time, locationId }: NewSessionStart, original?: AdminSession): SessionValues {
  const values: SessionValues = original
    ? { ...sessionValues(original), date: addDays(sessionValues(original).date, 7) }
    : EMPTY;
  return {
    ...values,
    ...(date && { date }),
    ...(time && { startTime: time, endTime: hourAfter(time) }),
    ...(locationId && { locationId }),
  };
}

const EMPTY: SessionValues = {
  classId: '',
  locationId: '',
  instructorId: '',
  date: '',
  startTime: '',
  endTime: '',
  capacity: '',
  bookingOpensDaysBefore: '',
  bookingClosesMinutesBefore: '',
  cancellationCutoffMinutes: '',
};

function hourAfter(time: string): string {
  const hour = (Number(time.slice(0, 2)) + 1) % 24;
  return `${String(hour).padStart(2, '0')}${time.slice(2)}`;
}
