import type { Series } from './chart-paint.tsx';

/** What both kinds of charts show. */
export interface ChartProps {
  title: string;
  /** By `label`, in the order of the picture. */
  rows: readonly ({ label: string } & Record<string, string | number | null>)[];
  series: readonly Series[];
  formatValue(value: number): string;
  /** Of shares; counts and amounts of money have whole steps on their axis. */
  isShare?: boolean;
}
