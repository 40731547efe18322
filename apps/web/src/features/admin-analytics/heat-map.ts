/** How strongly a cell is shaded: 0 is not at all, 5 as strongly as it gets. */
export type HeatStep = 0 | 1 | 2 | 3 | 4 | 5;

/** In fifths; full is the strongest, and so is what is more than full. */
export function heatStep(share: number | null): HeatStep {
  if (share === null || share <= 0) return 0;
  return Math.min(5, Math.max(1, Math.ceil(share * 5))) as HeatStep;
}

interface Slot {
  weekday: number;
  hour: number;
}

/** One hour, over the week; `null` where nothing was held. */
export interface HeatRow<Item> {
  hour: number;
  cells: { weekday: number; item: Item | null }[];
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** A row for each hour in which anything was held, a cell for each day from Monday. */
export function heatRows<Item extends Slot>(items: readonly Item[]): HeatRow<Item>[] {
  const hours = [...new Set(items.map(({ hour }) => hour))].sort((a, b) => a - b);
  const at = new Map(items.map((item) => [`${item.weekday} ${item.hour}`, item]));
  return hours.map((hour) => ({
    hour,
    cells: WEEKDAYS.map((weekday) => ({ weekday, item: at.get(`${weekday} ${hour}`) ?? null })),
  }));
}
