import { launchBrowser } from '../../../e2e/support/launch-browser.ts';
import { OBSERVE, openPage, type PageVitals } from './page-vitals.ts';
import { median } from './percentile.ts';

/** A visitor whose clock shows the time of the studio, as almost all do. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, timezoneId: 'Europe/Ljubljana' };

export type Phone = Awaited<ReturnType<typeof launchBrowser>>;

/** A browser that shows pages as on a phone. */
export const openPhone = launchBrowser;

/** A tab with an empty cache, whose pages tell how they came up. */
export async function openTab(phone: Phone) {
  const context = await phone.newContext(PHONE);
  await context.addInitScript(OBSERVE);
  return await context.newPage();
}

/** Opens an address with nothing in the cache, and once more; each number is the median of all loads. */
export async function loadPage(
  phone: Phone,
  url: string,
  loads: number,
): Promise<{ first: PageVitals; again: PageVitals }> {
  const first: PageVitals[] = [];
  const again: PageVitals[] = [];
  for (let load = 0; load < loads; load += 1) {
    const tab = await openTab(phone);
    first.push(await openPage(tab, url));
    again.push(await openPage(tab, url));
    await tab.context().close();
  }
  return { first: mediansOf(first), again: mediansOf(again) };
}

function mediansOf(all: readonly PageVitals[]): PageVitals {
  const of = (vital: keyof PageVitals) => median(all.map((vitals) => vitals[vital]));
  return {
    firstByte: of('firstByte'),
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
    layoutShift: of('layoutShift'),
    scripts: of('scripts'),
    transferred: of('transferred'),
  };
}
