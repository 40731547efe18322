'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import type { Device } from '#lib/api/types.ts';
import { useOwnZone } from '#lib/format/use-viewer-zone.ts';
import { useDeviceName } from './use-device-name.ts';

interface DeviceRowProps {
  device: Device;
  isEnding: boolean;
  onEnd(): void;
}

/** One device: what it is, when and from where it was used. */
export function DeviceRow({ device, isEnding, onEnd }: DeviceRowProps) {
  const t = useTranslations('myAccount');
  const format = useFormatter();
  const timeZone = useOwnZone() ?? 'UTC';
  const name = useDeviceName()(device);
  const time = format.dateTime(new Date(device.lastUsedAt), 'moment', { timeZone });
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-line border-b py-4">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          {name}
          {device.current && <Badge tone="good">{t('devices.current')}</Badge>}
        </p>
        <p className="text-muted text-sm">{t('devices.lastUsed', { time })}</p>
        {device.address && <p className="text-muted text-sm">{t('devices.from', { address: device.address })}</p>}
      </div>
      <Button
        variant="quiet"
        className="-mr-4"
        pending={isEnding}
        aria-label={t('devices.endNamed', { device: name })}
        onClick={onEnd}
      >
        {t('devices.end')}
      </Button>
    </li>
  );
}
