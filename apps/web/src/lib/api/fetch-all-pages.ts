/** One page of a list of the API. */
export interface ListPage<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** As many as a page of the API holds at most. */
export const LARGEST_PAGE = 100;

/**
 * All items of a list, page after page.
 *
 * @param fetchPage asks for the page behind a cursor, or for the first one
 * @param maxPages further ones are left out
 */
export async function fetchAllPages<Item>(
  fetchPage: (page: { limit: number; cursor?: string }) => Promise<ListPage<Item>>,
  maxPages = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: ListPage<Item> = await fetchPage({ limit: LARGEST_PAGE, ...(cursor && { cursor }) });
    items.push(...page.items);
    cursor = page.nextCursor;
    pages += 1;
  } while (cursor && pages < maxPages);
  return items;
}
