import type { Metadata } from 'next';
import { getFormatter } from 'next-intl/server';
import { loadSession } from '#features/session/load-session.ts';
import { SessionPage } from '#features/session/session-page.tsx';

interface SessionProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: SessionProps): Promise<Metadata> {
  const session = await loadSession((await params).id);
  const format = await getFormatter();
  const time = format.dateTime(new Date(session.startsAt), 'moment', { timeZone: session.timeZone });
  return { title: `${session.class.name}, ${time}` };
}

export default async function Session({ params }: SessionProps) {
  return <SessionPage session={await loadSession((await params).id)} />;
}
