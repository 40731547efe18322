import type { ClassKey } from './classes.ts';
import type { InstructorKey, LocationKey } from './places-and-people.ts';

/** A time of the week at which a class takes place, week after week. */
export interface Slot {
  location: LocationKey;
  /** Weekdays, 1 is Monday. */
  days: readonly number[];
  /** Wall time at the location. */
  time: string;
  class: ClassKey;
  instructor: InstructorKey;
  capacity: number;
}

const WEEKDAYS = 'MTWTFSS';

/** Days as one letter each in their place, `M-W-F--`. */
function slot(
  location: LocationKey,
  days: string,
  time: string,
  name: ClassKey,
  instructor: InstructorKey,
  capacity: number,
): Slot {
  const numbers = [...days].flatMap((letter, index) => (letter === WEEKDAYS[index] ? [index + 1] : []));
  return { location, days: numbers, time, class: name, instructor, capacity };
}

export const timetable: readonly Slot[] = [
  slot('riverside', 'M-W-F--', '07:00', 'vinyasa', 'maja', 14),
  slot('riverside', '-T-T---', '07:00', 'power', 'jonas', 14),
  slot('riverside', 'M-W----', '09:30', 'mobility', 'tine', 12),
  slot('riverside', '-T-T---', '10:00', 'prenatal', 'maja', 8),
  slot('riverside', 'MTWTF--', '12:15', 'matPilates', 'elena', 16),
  slot('riverside', 'M-W----', '17:00', 'barre', 'sofia', 12),
  slot('riverside', '-T-T---', '17:00', 'strength', 'noah', 10),
  slot('riverside', 'MTWT---', '18:15', 'vinyasa', 'maja', 12),
  slot('riverside', 'M-W----', '18:15', 'reformer', 'sofia', 8),
  slot('riverside', '-T-T---', '18:15', 'reformer', 'elena', 8),
  slot('riverside', 'M-W----', '19:45', 'yin', 'mei', 12),
  slot('riverside', '-T-T---', '19:45', 'hiit', 'aisha', 12),
  slot('riverside', '----F--', '17:30', 'vinyasa', 'jonas', 16),
  slot('riverside', '-----S-', '09:00', 'reformer', 'sofia', 8),
  slot('riverside', '-----S-', '10:15', 'vinyasa', 'maja', 14),
  slot('riverside', '------S', '10:00', 'hatha', 'jonas', 16),
  slot('riverside', '------S', '18:00', 'yin', 'mei', 12),

  slot('oldTown', '-T-T---', '06:45', 'hiit', 'aisha', 10),
  slot('oldTown', 'M-W-F--', '08:30', 'hatha', 'jonas', 14),
  slot('oldTown', 'M-W----', '12:30', 'strength', 'noah', 8),
  slot('oldTown', '-T-TF--', '12:30', 'mobility', 'tine', 10),
  slot('oldTown', 'MTWT---', '17:30', 'hiit', 'aisha', 10),
  slot('oldTown', 'M-W----', '18:45', 'strength', 'noah', 8),
  slot('oldTown', '-T-T---', '18:45', 'hatha', 'jonas', 14),
  slot('oldTown', '-T-----', '20:00', 'yin', 'mei', 12),
  slot('oldTown', '-----S-', '09:30', 'strength', 'noah', 10),
  slot('oldTown', '------S', '17:00', 'matPilates', 'elena', 16),

  slot('harbour', 'M-W-F--', '07:15', 'spin', 'tiago', 12),
  slot('harbour', '-T-T---', '08:00', 'matPilates', 'beatriz', 10),
  slot('harbour', 'M-W----', '12:45', 'barre', 'beatriz', 10),
  slot('harbour', 'MTWT---', '18:00', 'spin', 'tiago', 12),
  slot('harbour', 'M-W----', '19:15', 'vinyasa', 'beatriz', 14),
  slot('harbour', '-T-T---', '19:15', 'reformer', 'beatriz', 8),
  slot('harbour', '----F--', '18:00', 'power', 'beatriz', 12),
  slot('harbour', '-----S-', '10:00', 'spin', 'tiago', 12),
  slot('harbour', '-----S-', '11:15', 'reformer', 'beatriz', 8),
  slot('harbour', '------S', '10:30', 'vinyasa', 'beatriz', 14),
];
