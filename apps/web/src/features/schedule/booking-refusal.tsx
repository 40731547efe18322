'use client';

import { isProblem } from '@openmat/api-client';
import { useFormatter, useTranslations } from 'next-intl';
import { useUpcomingBookings } from '#features/bookings/use-own-booking.ts';
import { Link } from '#i18n/navigation.ts';
import type { Session } from '#lib/api/types.ts';
import { useProblemText } from '#lib/api/use-problem-text.ts';
import { RefusalNote, TryAgain } from './refusal-note.tsx';
import { WayLink, wayLooks } from './way-link.tsx';
import { wayOnAfter } from './way-on.ts';

export interface BookingRefusalProps {
  error: Error;
  session: Session;
  retry(): void;
}

/** Why the API refused a booking, and what helps. */
export function BookingRefusal({ error, session, retry }: BookingRefusalProps) {
  const problemText = useProblemText();
  const t = useTranslations('offer.wayOn');
  const way = wayOnAfter(isProblem(error) ? error.code : null);
  // What a member mends with one press is no trouble.
  const tone = way === 'ticket' || way === 'signIn' ? 'wait' : 'trouble';
  return (
    <RefusalNote tone={tone} text={problemText(error)}>
      {way === 'askStudio' && <span className="pb-2">{t('askStudio', { location: session.location.name })}</span>}
      {way === 'overlapping' && <Overlap error={error} />}
      {way === 'tryAgain' && <TryAgain retry={retry} />}
      <WayLink way={way} sessionId={session.id} />
    </RefusalNote>
  );
}

/** The other session, by name where it is known. */
function Overlap({ error }: { error: Error }) {
  const t = useTranslations('offer.wayOn');
  const format = useFormatter();
  const { data = [] } = useUpcomingBookings();
  const id = isProblem(error) ? error.problem.overlappingSessionId : undefined;
  const other = data.find(({ session, state }) => session.id === id && state === 'active')?.session;
  if (!other) return null;
  const time = format.dateTime(new Date(other.startsAt), 'moment', { timeZone: other.timeZone });
  return (
    <Link href={`/sessions/${other.id}`} prefetch={false} className={wayLooks}>
      {t('overlapping', { class: other.class.name, time })}
    </Link>
  );
}
