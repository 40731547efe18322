import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SessionEditor } from '#features/admin-sessions/session-editor.tsx';

interface AdminSessionProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('adminSessions');
  return { title: t('one') };
}

export default async function AdminSession({ params }: AdminSessionProps) {
  return <SessionEditor sessionId={(await params).id} />;
}
