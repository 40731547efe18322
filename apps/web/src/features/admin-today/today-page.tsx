import { getFormatter, getTranslations } from 'next-intl/server';
import { DeskDay } from './desk-day.tsx';
import type { DeskSearch } from './desk-search.ts';

/** The front desk on one day: today, unless the address names another. */
export async function TodayPage({ search }: { search: DeskSearch }) {
  const t = await getTranslations('adminToday');
  const format = await getFormatter();
  const { date } = search;
  const title = date ? format.dateTime(new Date(`${date}T00:00:00Z`), 'day', { timeZone: 'UTC' }) : t('title');
  return <DeskDay search={search} title={title} />;
}
