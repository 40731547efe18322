import { expect, test } from 'vitest';

const noon = Temporal.Instant.from('2026-05-20T12:00Z');
const later = noon.add({ nanoseconds: 1 });

test('instants are equal when they are the same instant', () => {
  expect({ at: noon }).toEqual({ at: Temporal.Instant.from('2026-05-20T14:00+02:00') });
  expect([noon]).not.toEqual([later]);
  expect(noon).not.toEqual(later);
});

test('an instant is no empty object, and null is no instant', () => {
  expect(noon).not.toEqual({});
  expect({ at: null }).not.toMatchObject({ at: noon });
  expect({ at: noon }).not.toMatchObject({ at: null });
  expect({ at: noon, by: 'anna' }).toMatchObject({ at: noon });
});

test('so are the other kinds of time, and kinds are not mixed', () => {
  const date = Temporal.PlainDate.from('2026-05-20');
  expect(date).toEqual(Temporal.PlainDate.from('2026-05-20'));
  expect(date).not.toEqual(Temporal.PlainDate.from('2026-05-21'));
  expect(date).not.toEqual(date.toPlainDateTime());
});
