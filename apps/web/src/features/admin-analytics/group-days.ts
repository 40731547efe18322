import { addDays } from './period-presets.ts';

/** How much time one point of a chart stands for. */
export type Grain = 'day' | 'week' | 'month';

/** So that a chart has at most about a hundred points: days of a quarter, weeks of two years, months of ten. */
export function grainOf(days: number): Grain {
  if (days <= 92) return 'day';
  return days <= 731 ? 'week' : 'month';
}

/**
 * Adds up the figures of days by week (from Monday) or month. `day` is the first day of it, which may be before the first
 * of the days.
 */
export function groupDays<Item extends { day: string }>(items: readonly Item[], grain: Grain): Item[] {
  const groups = new Map<string, Item>();
  for (const item of items) {
    const day = startOf(item.day, grain);
    const sum = groups.get(day);
    groups.set(day, { ...(sum ? add(sum, item) : item), day });
  }
  return [...groups.values()];
}

function startOf(day: string, grain: Grain): string {
  if (grain === 'day') return day;
  if (grain === 'month') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
}

function add<Item extends object>(one: Item, other: Item): Item {
  const sums = Object.entries(one).map(([key, value]) => {
    const more: unknown = other[key as keyof Item];
    return [key, typeof value === 'number' && typeof more === 'number' ? value + more : value];
  });
  return Object.fromEntries(sums);
}
