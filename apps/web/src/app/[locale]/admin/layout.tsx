import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { AdminNav } from '#components/frame/admin-nav.tsx';
import { RequireStudio } from '#components/frame/require-studio.tsx';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <div data-wide className="gap-x-10 pt-8 md:pt-12 lg:has-[>nav]:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
      <NextIntlClientProvider>
        <RequireStudio>
          <AdminNav />
          <div className="min-w-0">{children}</div>
        </RequireStudio>
      </NextIntlClientProvider>
    </div>
  );
}
