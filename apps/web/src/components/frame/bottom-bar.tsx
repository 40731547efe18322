import { CalendarDays, CircleUser, ClipboardList, SquareCheck, Ticket } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { NavLinks } from './nav-links.tsx';

const looks = { 'aria-hidden': true, size: 22, strokeWidth: 1.75 };

const icons = {
  schedule: <CalendarDays {...looks} />,
  bookings: <SquareCheck {...looks} />,
  tickets: <Ticket {...looks} />,
  account: <CircleUser {...looks} />,
  desk: <ClipboardList {...looks} />,
  admin: <ClipboardList {...looks} />,
};

/** The ways around within reach of a thumb. */
export async function BottomBar() {
  const t = await getTranslations('nav');
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-30 border-line border-t bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <NavLinks
        icons={icons}
        listClass="flex"
        linkClass="flex min-h-14 flex-col items-center justify-center gap-0.5 font-medium text-muted text-xs aria-[current]:text-accent"
      />
    </nav>
  );
}
