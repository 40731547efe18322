import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { DayField } from './day-field.tsx';

const onPick = vi.fn();

function typeInto({ optional, values, badInput = false }: { optional: boolean; values: string[]; badInput?: boolean }) {
  onPick.mockReset();
  render(<DayField label="From" day="2026-11-24" optional={optional} onPick={onPick} />);
  const field = screen.getByLabelText<HTMLInputElement>('From');
  Object.defineProperty(field.validity, 'badInput', { value: badInput, configurable: true });
  for (const value of values) fireEvent.change(field, { target: { value } });
  fireEvent.blur(field);
  return { picked: onPick.mock.calls.map(([day]) => day), shown: field.value };
}

test.each([
  ['a day is picked at once', { optional: true, values: ['2026-12-01'] }, ['2026-12-01']],
  ['a year that is being typed is not', { optional: true, values: ['0002-12-01', '0020-12-01', '0202-12-01'] }, []],
  ['an emptied field picks none, once it is left', { optional: true, values: [''] }, ['']],
  ['where there must be one, it does not', { optional: false, values: [''] }, []],
])('%s', (_, given, picked) => {
  expect(typeInto(given)).toEqual({ picked, shown: '2026-11-24' });
});
