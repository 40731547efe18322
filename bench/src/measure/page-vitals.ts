/** Enough of a browser's page; the whole type is Playwright's. */
interface Page {
  goto(url: string, options: { waitUntil: 'load' }): Promise<unknown>;
  waitForTimeout(milliseconds: number): Promise<void>;
  evaluate<T>(expression: string): Promise<T>;
}

/** How a page came up, as the browser itself has seen it. Times are milliseconds from the start of the navigation. */
export interface PageVitals {
  /** The answer begins. */
  firstByte: number;
  firstPaint: number;
  /** The largest piece of the first screen. */
  largestPaint: number;
  /** Sum of all layout shifts that nobody caused by a tap: at least as much as the score that browsers report. */
  layoutShift: number;
  /** Bytes of all scripts, compressed. */
  scripts: number;
  /** Bytes of them that came over the wire this time. */
  transferred: number;
}

/** Runs in the page before anything else. */
export const OBSERVE = `
  globalThis.seen = { largestPaint: 0, layoutShift: 0 };
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { seen.largestPaint = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.layoutShift += entry.value; });
`;

const READ = `(() => {
  const [navigation] = performance.getEntriesByType('navigation');
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => new URL(name).pathname.endsWith('.js'));
  const sum = (size) => scripts.reduce((total, entry) => total + entry[size], 0);
  return {
    ...seen,
    firstByte: navigation.responseStart,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    scripts: sum('encodedBodySize'),
    transferred: sum('transferSize'),
  };
})()`;

/** For what still moves after everything has come. */
const SETTLE_MS = 300;

/** Opens an address and reads how that went. */
export async function openPage(page: Page, url: string): Promise<PageVitals> {
  // Not "network idle": the live counters never end.
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(SETTLE_MS);
  return await readVitals(page);
}

/** What the page has seen so far. */
export function readVitals(page: Page): Promise<PageVitals> {
  return page.evaluate<PageVitals>(READ);
}
