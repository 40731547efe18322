import { SchedulePage } from '#features/schedule/schedule-page.tsx';
import { readScheduleSearch } from '#features/schedule/schedule-search.ts';

interface HomeProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Home({ searchParams }: HomeProps) {
  return <SchedulePage search={readScheduleSearch(await searchParams)} />;
}
