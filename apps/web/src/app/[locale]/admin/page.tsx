import { getLocale } from 'next-intl/server';
import { redirect } from '#i18n/navigation.ts';

/** The door of the studio leads to what everybody who works there may see. */
export default async function Admin() {
  redirect({ href: '/admin/today', locale: await getLocale() });
}
