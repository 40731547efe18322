'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PasswordForm } from './password-form.tsx';

/** The way to another password. */
export function ChangePassword() {
  const t = useTranslations('myAccount');
  const [step, setStep] = useState<'show' | 'change' | 'changed'>('show');
  return (
    <div className="grid max-w-md gap-4">
      <div role="status" className="empty:hidden">
        {step === 'changed' && <Notice tone="good">{t('password.changed')}</Notice>}
      </div>
      {step === 'change' ? (
        <PasswordForm onChanged={() => setStep('changed')} onCancel={() => setStep('show')} />
      ) : (
        <Button variant="secondary" className="justify-self-start" onClick={() => setStep('change')}>
          {t('password.change')}
        </Button>
      )}
    </div>
  );
}
