import { screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import type { ImportResult } from '#lib/api/types.ts';
import { saveFile } from '#lib/save-file.ts';
import { ImportRows } from './import-rows.tsx';
import { SaveErrors } from './save-errors.tsx';

vi.mock('#lib/save-file.ts');

type Row = ImportResult['rows'][number];
const row = (line: number, fields: Partial<Row> = {}): Row => ({
  line,
  email: `m${line}@studio.si`,
  name: '',
  outcome: 'matched',
  ticket: null,
  errors: [],
  warnings: [],
  ...fields,
});
const lines = () => within(screen.getByRole('table')).getAllByRole('row').length - 1;

test('of many lines the first hundred are shown, and more on request', async () => {
  render(<ImportRows rows={Array.from({ length: 150 }, (_, n) => row(n + 2))} />);
  expect(lines()).toBe(100);
  expect(screen.getByText('100 of 150 are shown.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
  expect(lines()).toBe(150);
  expect(screen.queryByRole('button')).toBeNull();
});

test('who has such a ticket already is pointed out', () => {
  render(<ImportRows rows={[row(2), row(3, { warnings: ['has_such_ticket'] })]} />);
  expect(screen.getAllByText('has such a ticket already and gets another one')).toHaveLength(1);
});

test('the lines with errors are saved with all that is wrong with them', async () => {
  const errors: Row['errors'] = [
    { field: 'email', column: 'Mail', code: 'email_invalid' },
    { field: 'name', column: null, code: 'required' },
  ];
  render(<SaveErrors rows={[row(7, { name: '=1+1', email: 'nobody', outcome: 'failed', errors })]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Save the errors as CSV' }));
  const [content, name] = vi.mocked(saveFile).mock.lastCall ?? [];
  expect(name).toBe('import-errors.csv');
  expect(await content?.text()).toContain(
    "Line,Whole name,E-mail,Error\r\n7,'=1+1,nobody,Mail: is not an e-mail address; Whole name: is missing\r\n",
  );
});
