import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskRoster } from '#features/admin-today/desk-roster.tsx';

interface RosterProps {
  params: Promise<{ sessionId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminToday');
  return { title: t('roster') };
}

export default async function Roster({ params }: RosterProps) {
  return <DeskRoster sessionId={(await params).sessionId} />;
}
