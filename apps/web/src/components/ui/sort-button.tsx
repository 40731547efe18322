'use client';

import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { ReactNode } from 'react';

export type SortOrder = 'ascending' | 'descending' | 'none';

interface SortButtonProps {
  order: SortOrder;
  /** Of numbers, the largest are asked for first. */
  numeric: boolean;
  onSort(order: Exclude<SortOrder, 'none'>): void;
  children: ReactNode;
}

const icons = { ascending: ArrowUp, descending: ArrowDown, none: ArrowUpDown };

/** Sorts by a column, and the other way round the next time. The column's heading says how it is sorted. */
export function SortButton({ order, numeric, onSort, children }: SortButtonProps) {
  const Icon = icons[order];
  const first = numeric ? 'descending' : 'ascending';
  const other = order === 'ascending' ? 'descending' : 'ascending';
  return (
    <button
      type="button"
      className={`-my-2 inline-flex min-h-11 items-center gap-1.5 font-semibold -outline-offset-2 hover:text-ink ${order === 'none' ? '' : 'text-ink'} ${numeric ? 'flex-row-reverse' : ''}`}
      onClick={() => onSort(order === 'none' ? first : other)}
    >
      {children}
      <Icon aria-hidden="true" size={14} className={order === 'none' ? 'opacity-60' : ''} />
    </button>
  );
}
