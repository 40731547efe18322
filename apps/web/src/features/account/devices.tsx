'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { FormProblem } from '#components/ui/form-problem.tsx';
import { LazyAlertDialog } from '#components/ui/lazy-alert-dialog.tsx';
import { PagedList } from '#components/ui/paged-list.tsx';
import type { Device } from '#lib/api/types.ts';
import { DeviceRow } from './device-row.tsx';
import { useDeviceName } from './use-device-name.ts';
import { useDevices, useEndDevice, useEndHere } from './use-devices.ts';

/** Where I am signed in, and the way to end it. */
export function Devices() {
  const t = useTranslations('myAccount');
  const nameOf = useDeviceName();
  const list = useDevices();
  const end = useEndDevice();
  const [asked, setAsked] = useState<'here' | 'all'>('here');
  const [isOpen, setOpen] = useState(false);
  const endHere = useEndHere(asked);
  const ask = (what: 'here' | 'all') => {
    setAsked(what);
    setOpen(true);
  };
  return (
    <div className="grid gap-4">
      <PagedList list={list} loading={t('devices.loading')} empty={null}>
        {(devices: Device[]) => (
          <ul aria-label={t('devices.title')} className="border-line border-t">
            {devices.map((device) => (
              <DeviceRow
                key={device.id}
                device={device}
                isEnding={end.isPending && end.variables.id === device.id}
                onEnd={() => (device.current ? ask('here') : end.mutate(device))}
              />
            ))}
          </ul>
        )}
      </PagedList>
      <FormProblem error={end.error} />
      <p role="status" className="font-medium text-accent empty:hidden">
        {end.isSuccess && t('devices.ended', { device: nameOf(end.variables) })}
      </p>
      <Button variant="secondary" className="justify-self-start" onClick={() => ask('all')}>
        {t('devices.all.action')}
      </Button>
      <LazyAlertDialog
        open={isOpen}
        onOpenChange={setOpen}
        title={t(`devices.${asked}.title`)}
        text={t(`devices.${asked}.text`)}
        keep={t('devices.stay')}
        confirm={t(`devices.${asked}.action`)}
        pending={endHere.isPending}
        error={endHere.error}
        onConfirm={() => endHere.mutate()}
      />
    </div>
  );
}
