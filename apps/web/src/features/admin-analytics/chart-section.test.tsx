import { UnreachableError } from '@openmat/api-client';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { render } from '#components/test/render.tsx';
import { ChartSection } from './chart-section.tsx';
import { useChart } from './use-chart.ts';

vi.mock('./use-chart.ts');
vi.mock('#components/ui/csv-button.tsx', () => ({ CsvButton: () => <button type="button">CSV</button> }));

const refetch = vi.fn();

function show(state: { data?: { total: number }; error?: Error }) {
  vi.mocked(useChart).mockReturnValue({ isFetching: false, isPlaceholderData: false, refetch, ...state } as never);
  render(
    <ChartSection
      name="registrations"
      query={{ from: '2026-05-01', to: '2026-05-31' }}
      title="New accounts"
      isEmpty={({ total }) => total === 0}
    >
      {({ total }) => ({ summary: `${total} in May`, chart: <p>A picture</p>, table: <p>A table</p> })}
    </ChartSection>,
  );
}

test('the sentence stays, the picture becomes a table and a picture again', async () => {
  show({ data: { total: 3 } });
  expect(screen.getByText('A picture')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show as table: New accounts' }));
  expect(screen.queryByText('A picture')).toBeNull();
  expect(screen.getByText('A table')).toBeTruthy();
  expect(screen.getByText('3 in May')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Show as chart: New accounts' }));
  expect(screen.getByText('A picture')).toBeTruthy();
});

test('nothing to show is said, and there is nothing to save', () => {
  show({ data: { total: 0 } });
  expect(screen.getByText(/Nothing in this period/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('what failed can be tried again, what is on its way is announced', async () => {
  show({ error: new UnreachableError() });
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(refetch).toHaveBeenCalledOnce();
  show({});
  expect(screen.getByText('New accounts is being loaded')).toBeTruthy();
});
