import type { Locale } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { LanguageLinks } from './language-links.tsx';

interface SiteFooterProps {
  studioName: string;
  /** In which the studio wants to be seen. */
  locales: readonly Locale[];
}

/** Whose site this is, and the same page in other languages. */
export async function SiteFooter({ studioName, locales }: SiteFooterProps) {
  const t = await getTranslations('common');
  return (
    <footer className="border-line border-t">
      <div className="mx-auto flex max-w-(--page-width) flex-wrap items-center justify-between gap-x-8 gap-y-1 px-4 py-4 text-muted text-sm md:px-6">
        <p className="min-w-0 break-words">{studioName}</p>
        {locales.length > 1 && (
          <nav aria-label={t('language')}>
            <LanguageLinks locales={locales} />
          </nav>
        )}
      </div>
    </footer>
  );
}
