/** The scripts of a page, as a build of Next.js lists them. */
export interface PageScripts {
  /** `/[locale]/tickets` */
  route: string;
  /** Files that the browser loads before the page can be used. */
  firstLoadChunkPaths: readonly string[];
}

export interface PageWeight {
  page: string;
  /** Of all scripts, compressed one by one as they are sent. */
  bytes: number;
  budget: number;
}

const PAGES = '/[locale]';
const SCHEDULE = '/';

/** What the scripts of a page may weigh, in bytes compressed: the schedule is where everybody comes in, often on the way. */
function budgetOf(page: string): number {
  if (page === SCHEDULE) return 170_000;
  return page.startsWith('/admin/') ? 300_000 : 200_000;
}

/**
 * Weighs every page, the heaviest last; those of developers are none.
 *
 * @param sizeOf bytes of a file, compressed
 * @throws when the schedule is not among the pages: then this looks at the wrong thing, and would pass for ever
 */
export function weighPages(listed: readonly PageScripts[], sizeOf: (path: string) => number): PageWeight[] {
  const pages = listed
    .filter(({ route }) => route === PAGES || route.startsWith(`${PAGES}/`))
    .filter(({ route }) => !route.startsWith(`${PAGES}/dev/`))
    .map(({ route, firstLoadChunkPaths }) => {
      const page = route.slice(PAGES.length) || SCHEDULE;
      const bytes = firstLoadChunkPaths.reduce((sum, path) => sum + sizeOf(path), 0);
      return { page, bytes, budget: budgetOf(page) };
    });
  const schedule = pages.find(({ page }) => page === SCHEDULE);
  if (!schedule?.bytes) throw new Error('The build does not say which scripts the schedule loads.');
  return pages.sort((a, b) => a.bytes - b.bytes);
}

export const isTooHeavy = ({ bytes, budget }: PageWeight) => bytes > budget;

/** A line for each page, in kB: what it weighs and what it may weigh. */
export function formatWeights(pages: readonly PageWeight[]): string {
  const kB = (bytes: number) => (bytes / 1_000).toFixed(1).padStart(6);
  return pages
    .map((page) => `  ${isTooHeavy(page) ? '✖' : ' '}${kB(page.bytes)} of ${kB(page.budget)} kB  ${page.page}`)
    .join('\n');
}
