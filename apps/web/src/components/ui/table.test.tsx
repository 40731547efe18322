import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { render } from '#components/test/render.tsx';
import type { SortOrder } from './sort-button.tsx';
import { Table, Td, Th } from './table.tsx';

function Members() {
  const [by, setBy] = useState<{ column: string; order: SortOrder }>({ column: 'name', order: 'ascending' });
  const sorting = (column: string) =>
    ({
      sort: by.column === column ? by.order : 'none',
      onSort: (order: SortOrder) => setBy({ column, order }),
    }) as const;
  const head = (
    <>
      <Th {...sorting('name')}>Name</Th>
      <Th numeric {...sorting('visits')}>
        Visits
      </Th>
      <Th>Ticket</Th>
    </>
  );
  return (
    <Table label="Members" head={head}>
      <tr>
        <Td>Ana</Td>
        <Td numeric>12</Td>
        <Td>Ten classes</Td>
      </tr>
    </Table>
  );
}

test('its headings say how it is sorted, and sort it', async () => {
  render(<Members />);
  expect(screen.getByRole('table', { name: 'Members' })).toBeTruthy();
  const order = (name: string) => screen.getByRole('columnheader', { name }).getAttribute('aria-sort');
  expect([order('Name'), order('Visits'), order('Ticket')]).toEqual(['ascending', 'none', null]);
  await userEvent.click(screen.getByRole('button', { name: 'Name' }));
  expect(order('Name')).toBe('descending');
  await userEvent.click(screen.getByRole('button', { name: 'Visits' }));
  expect([order('Name'), order('Visits')]).toEqual(['none', 'descending']);
});
