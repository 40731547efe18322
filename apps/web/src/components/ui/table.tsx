import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region.tsx';
import { SortButton, type SortOrder } from './sort-button.tsx';

interface TableProps {
  /** What it lists; read out, not shown. */
  label: string;
  /** `Th`s. */
  head: ReactNode;
  /** `<tr>`s of `Td`s. */
  children: ReactNode;
  /** Of what scrolls, e.g. how high it may be. */
  className?: string;
}

/** Rows to compare. Columns that a phone has no room for are `wide`; what they say belongs below the first words of the row there. */
export function Table({ label, head, children, className = '' }: TableProps) {
  return (
    <ScrollRegion label={label} className={className}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{label}</caption>
        <thead className="border-line-strong border-b text-muted text-sm">
          <tr>{head}</tr>
        </thead>
        <tbody className="[&>tr]:border-line [&>tr]:border-b [&>tr]:align-top">{children}</tbody>
      </table>
    </ScrollRegion>
  );
}

interface ColumnProps {
  /** Right-aligned, so that digits stand below each other. */
  numeric?: boolean;
  /** Not on a phone. */
  wide?: boolean;
  className?: string;
}

interface ThProps extends ColumnProps {
  children: ReactNode;
  /** How the rows are ordered by this column now; `none` where they could be. */
  sort?: SortOrder;
  onSort?(order: Exclude<SortOrder, 'none'>): void;
}

/** The name of a column, and the button that sorts by it. */
export function Th({ children, sort, onSort, ...column }: ThProps) {
  return (
    <th scope="col" aria-sort={sort} className={`py-2 font-semibold ${cellClass(column)}`}>
      {onSort ? (
        <SortButton order={sort ?? 'none'} numeric={column.numeric ?? false} onSort={onSort}>
          {children}
        </SortButton>
      ) : (
        children
      )}
    </th>
  );
}

export function Td({ children, ...column }: ColumnProps & { children?: ReactNode }) {
  return <td className={`py-3 ${cellClass(column)}`}>{children}</td>;
}

function cellClass({ numeric = false, wide = false, className = '' }: ColumnProps): string {
  return `pr-4 last:pr-0 ${numeric ? 'whitespace-nowrap text-right' : ''} ${wide ? 'hidden md:table-cell' : ''} ${className}`;
}
