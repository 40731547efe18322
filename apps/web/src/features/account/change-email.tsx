'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { AddressStatus } from './address-status.tsx';
import { EmailForm } from './email-form.tsx';

interface ChangeEmailProps {
  email: string;
  isConfirmed: boolean;
}

/** The address of the account, whether mails arrive there, and the way to another one. */
export function ChangeEmail({ email, isConfirmed }: ChangeEmailProps) {
  const t = useTranslations('myAccount');
  const [step, setStep] = useState<'show' | 'change' | 'changed'>('show');
  return (
    <div className="grid max-w-md gap-4">
      <div className="grid gap-1.5">
        <h3 className="font-semibold text-[0.9375rem]">{t('profile.email')}</h3>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 break-words">{email}</span>
          <Badge tone={isConfirmed ? 'good' : 'wait'}>
            {t(isConfirmed ? 'profile.confirmed' : 'profile.notConfirmed')}
          </Badge>
        </p>
      </div>
      <div role="status" className="empty:hidden">
        {step === 'changed' && <Notice tone="good">{t('profile.changed', { email })}</Notice>}
      </div>
      {!isConfirmed && step === 'show' && <AddressStatus email={email} />}
      {step === 'change' ? (
        <EmailForm email={email} onChanged={() => setStep('changed')} onCancel={() => setStep('show')} />
      ) : (
        <Button variant="secondary" className="justify-self-start" onClick={() => setStep('change')}>
          {t('profile.changeEmail')}
        </Button>
      )}
    </div>
  );
}
