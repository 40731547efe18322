import { ScrollRegion } from '#components/ui/scroll-region.tsx';
import { type HeatStep, heatStep } from './heat-map.ts';

/** Mixed with the paper, so that the ink on it can be read in every shade, by day and by night. */
const shades: Record<HeatStep, string> = {
  0: '',
  1: 'bg-accent/8',
  2: 'bg-accent/16',
  3: 'bg-accent/24',
  4: 'bg-accent/32',
  5: 'bg-accent/40',
};

export interface HeatCell {
  key: string;
  share: number | null;
  /** What the cell says; nothing where there is nothing to say. */
  text: string;
  /** The same at length, e.g. how many places. */
  detail?: string;
}

interface HeatTableProps {
  label: string;
  /** The name of the rows, and of each column. */
  head: readonly [rows: string, ...columns: string[]];
  rows: readonly { key: string; name: string; cells: readonly HeatCell[] }[];
}

/** A table whose cells are shaded by their share. Every cell says its number: the shade only helps to find it. */
export function HeatTable({ label, head: [corner, ...columns], rows }: HeatTableProps) {
  return (
    <ScrollRegion label={label}>
      <table className="w-full border-separate border-spacing-0.5 text-sm max-sm:text-xs">
        <caption className="sr-only">{label}</caption>
        <thead className="text-muted">
          <tr>
            <th scope="col" className="pr-2 text-left font-semibold">
              {corner}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="min-w-9 px-0.5 pb-1 font-semibold">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <th scope="row" className="pr-2 text-left font-medium sm:whitespace-nowrap">
                {name}
              </th>
              {cells.map((cell) => (
                <td
                  key={cell.key}
                  title={cell.detail}
                  className={`relative h-9 rounded-md px-0.5 text-center ${shades[heatStep(cell.share)]}`}
                >
                  {cell.text}
                  {cell.detail && <span className="sr-only"> {cell.detail}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
