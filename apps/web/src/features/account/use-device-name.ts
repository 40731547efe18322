'use client';

import { useTranslations } from 'next-intl';
import type { Device } from '#lib/api/types.ts';

/** What to call a device: its browser and its system, as far as the API can tell them. */
export function useDeviceName(): (device: Pick<Device, 'browser' | 'system'>) => string {
  const t = useTranslations('myAccount');
  return ({ browser, system }) => (browser && system ? t('devices.name', { browser, system }) : t('devices.unknown'));
}
