'use client';

import { useState } from 'react';
import { Badge, type Tone } from '#components/ui/badge.tsx';
import type { SortOrder } from '#components/ui/sort-button.tsx';
import { SortSelect } from '#components/ui/sort-select.tsx';
import { Table, Td, Th } from '#components/ui/table.tsx';
import { Specimen } from './specimen.tsx';

interface Payment {
  member: string;
  plan: string;
  state: string;
  tone: Tone;
  euros: number;
}

const payments: Payment[] = [
  { member: 'Ana Kovač', plan: 'Ten classes', state: 'Paid', tone: 'good', euros: 120 },
  { member: 'Žiga Novak', plan: 'One month, unlimited', state: 'Processing', tone: 'wait', euros: 79 },
  { member: 'Jean-Luc Martin', plan: 'Single class', state: 'Disputed', tone: 'trouble', euros: 14 },
];

type Column = 'member' | 'euros';

const choices = [
  { id: 'member', name: 'By member' },
  { id: 'euros', name: 'By amount' },
];

export function TableSpecimens() {
  const [by, setBy] = useState<{ column: Column; order: SortOrder }>({ column: 'member', order: 'ascending' });
  const sorting = (column: Column) => ({
    sort: by.column === column ? by.order : ('none' as const),
    onSort: (order: SortOrder) => setBy({ column, order }),
  });
  const sortBy = (column: string) => setBy({ column: column === 'euros' ? 'euros' : 'member', order: 'ascending' });
  const direction = by.order === 'ascending' ? 1 : -1;
  const sorted = payments.toSorted((a, b) => (a[by.column] < b[by.column] ? -direction : direction));
  const head = (
    <>
      <Th {...sorting('member')}>Member</Th>
      <Th wide>Plan</Th>
      <Th>State</Th>
      <Th numeric {...sorting('euros')}>
        Amount
      </Th>
    </>
  );
  return (
    <>
      <Specimen name="Table, Th, Td: sorted, numeric, wide columns">
        <Table label="Payments" head={head}>
          {sorted.map(({ member, plan, state, tone, euros }) => (
            <tr key={member}>
              <Td className="font-semibold">
                {member}
                <span className="block font-normal text-muted text-sm md:hidden">{plan}</span>
              </Td>
              <Td wide>{plan}</Td>
              <Td>
                <Badge tone={tone}>{state}</Badge>
              </Td>
              <Td numeric>€{euros}</Td>
            </tr>
          ))}
        </Table>
      </Specimen>
      <Specimen name="SortSelect: on a phone only">
        <SortSelect value={by.column} choices={choices} onSort={sortBy} />
      </Specimen>
      <Specimen name="Table in a ScrollRegion: wider than its place">
        <WideTable />
      </Specimen>
    </>
  );
}

const hours = Array.from({ length: 14 }, (_, hour) => `${hour + 7}:00`);

function WideTable() {
  const head = (
    <>
      <Th>Day</Th>
      {hours.map((hour) => (
        <Th key={hour} numeric>
          {hour}
        </Th>
      ))}
    </>
  );
  return (
    <Table label="Utilisation" head={head}>
      {['Monday', 'Tuesday'].map((day, row) => (
        <tr key={day}>
          <Td className="font-semibold">{day}</Td>
          {hours.map((hour, column) => (
            <Td key={hour} numeric>
              {(row * 31 + column * 17) % 100} %
            </Td>
          ))}
        </tr>
      ))}
    </Table>
  );
}
