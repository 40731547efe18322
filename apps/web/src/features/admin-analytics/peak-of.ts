/** The item with the most of something, the first of equals; null where there is nothing of it at all. */
export function peakOf<Item>(items: readonly Item[], measure: (item: Item) => number | null): Item | null {
  let peak: Item | null = null;
  let most = 0;
  for (const item of items) {
    const value = measure(item) ?? 0;
    if (value > most) [peak, most] = [item, value];
  }
  return peak;
}
