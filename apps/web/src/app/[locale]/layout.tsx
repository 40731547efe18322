import '#styles/base.css';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages, getTranslations } from 'next-intl/server';
import type { CSSProperties, ReactNode } from 'react';
import { BottomBar } from '#components/frame/bottom-bar.tsx';
import { ConnectionNotice } from '#components/frame/connection-notice.tsx';
import { PageFocus } from '#components/frame/page-focus.tsx';
import { SiteFooter } from '#components/frame/site-footer.tsx';
import { SiteHeader } from '#components/frame/site-header.tsx';
import { memberMessages } from '#i18n/member-messages.ts';
import { offeredLocales } from '#i18n/offered-locales.ts';
import { loadStudio } from '#lib/api/load-studio.ts';
import { AppProviders } from '#lib/app-providers.tsx';
import { parseRoleHint, ROLE_HINT } from '#lib/auth/role-hint.ts';
import { parseZoneHint, ZONE_HINT } from '#lib/format/zone-hint.ts';
import { accentVariables, PAPER } from '#lib/theme/accent.ts';
import { webUrl } from '#lib/web-url.ts';
import { fontVariables } from '#styles/fonts.ts';

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: PAPER.light },
    { media: '(prefers-color-scheme: dark)', color: PAPER.dark },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const [t, locale, { name }] = await Promise.all([getTranslations('common'), getLocale(), loadStudio()]);
  const description = t('description', { studio: name });
  return {
    metadataBase: webUrl(),
    title: { default: name, template: `%s · ${name}` },
    description,
    manifest: `/${locale}/manifest.webmanifest`,
    icons: { icon: '/icon.svg', apple: '/app-icon/apple.png' },
    appleWebApp: { capable: true, title: name },
    openGraph: { type: 'website', siteName: name, description },
    twitter: { card: 'summary_large_image' },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [studio, locale, messages, t, jar] = await Promise.all([
    loadStudio(),
    getLocale(),
    getMessages(),
    getTranslations('common'),
    cookies(),
  ]);
  const roleHint = parseRoleHint(jar.get(ROLE_HINT)?.value);
  const zoneHint = parseZoneHint(jar.get(ZONE_HINT)?.value);
  return (
    <html lang={locale} className={fontVariables} style={accentVariables(studio.accentColor) as CSSProperties}>
      <body className="flex flex-col pb-[calc(3.5rem+env(safe-area-inset-bottom))] font-sans antialiased md:pb-0">
        <NextIntlClientProvider messages={memberMessages(messages)}>
          <AppProviders roleHint={roleHint} zoneHint={zoneHint}>
            <a
              href="#content"
              className="sr-only rounded-control bg-ink px-4 py-2 text-paper focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
            >
              {t('skipToContent')}
            </a>
            <SiteHeader studioName={studio.name} />
            <main id="content" tabIndex={-1} className="mx-auto w-full max-w-(--page-width) flex-1 px-4 pb-16 md:px-6">
              {children}
            </main>
            <SiteFooter studioName={studio.name} locales={offeredLocales(studio.locales)} />
            <BottomBar />
            <PageFocus />
            <ConnectionNotice />
          </AppProviders>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
