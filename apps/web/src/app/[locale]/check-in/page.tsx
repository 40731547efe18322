import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { CheckInCodePage } from '#features/check-in-code/check-in-code-page.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('checkIn');
  return { title: t('title') };
}

export default function CheckIn() {
  return <CheckInCodePage />;
}
