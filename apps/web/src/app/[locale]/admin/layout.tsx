import { NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { AdminNav } from '#components/frame/admin-nav.tsx';
import { RequireAdmin } from '#components/frame/require-admin.tsx';

export default function AdminLayout({ children }: { children: ReactNode }) {
  return (
    <div className="pt-8 md:pt-12">
      <NextIntlClientProvider>
        <RequireAdmin>
          <AdminNav />
          {children}
        </RequireAdmin>
      </NextIntlClientProvider>
    </div>
  );
}
