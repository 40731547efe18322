import { getTranslations } from 'next-intl/server';
import { Link } from '#i18n/navigation.ts';
import { AccountControls } from './account-controls.tsx';
import { NavLinks } from './nav-links.tsx';

/** The studio's name, the way around (on a phone it is at the bottom of the screen), and who is signed in. */
export async function SiteHeader({ studioName }: { studioName: string }) {
  const t = await getTranslations('nav');
  return (
    <header className="border-line border-b">
      <div className="mx-auto flex min-h-16 max-w-(--page-width) items-center gap-6 px-4 md:px-6">
        <Link href="/" className="min-w-0 truncate py-2 font-bold text-lg tracking-tight">
          {studioName}
        </Link>
        <nav aria-label={t('label')} className="hidden md:block">
          <NavLinks
            listClass="flex gap-1"
            linkClass="block rounded-control px-3 py-2 font-medium text-muted hover:text-ink aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:decoration-accent aria-[current]:underline-offset-8"
          />
        </nav>
        <AccountControls />
      </div>
    </header>
  );
}
