import { expect, test } from 'vitest';
import { demoClasses } from './classes.ts';
import { demoInstructors, demoLocations } from './places-and-people.ts';
import { demoPlans } from './plans.ts';
import { timetable } from './timetable.ts';

test('the numbers that the demo promises', () => {
  const counts = [demoLocations, demoClasses, demoInstructors, demoPlans].map((items) => Object.keys(items).length);
  expect(counts).toEqual([3, 12, 10, 6]);
  expect(new Set(Object.values(demoLocations).map(({ timeZone }) => timeZone)).size).toBe(2);
});

test('every class is taught, and everybody teaches', () => {
  expect(new Set(timetable.map((slot) => slot.class))).toEqual(new Set(Object.keys(demoClasses)));
  expect(new Set(timetable.map((slot) => slot.instructor))).toEqual(new Set(Object.keys(demoInstructors)));
  expect(timetable.every((slot) => slot.days.length > 0)).toBe(true);
});

test('nobody teaches two classes at once, or in two places within half an hour', () => {
  const lessons = timetable.flatMap((slot) =>
    slot.days.map((day) => {
      const start = Temporal.PlainTime.from(slot.time);
      const from = day * 1440 + start.hour * 60 + start.minute;
      return { ...slot, from, to: from + demoClasses[slot.class].minutes };
    }),
  );
  const clashes = lessons.flatMap((a, index) =>
    lessons.slice(index + 1).filter((b) => {
      const gap = a.location === b.location ? 0 : 30;
      return a.instructor === b.instructor && a.from < b.to + gap && b.from < a.to + gap;
    }),
  );
  expect(clashes).toEqual([]);
});
