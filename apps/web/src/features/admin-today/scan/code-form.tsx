'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';

interface CodeFormProps {
  pending: boolean;
  onSubmit(text: string, onAccepted: () => void): void;
}

/** A code that is read out or typed off a phone, in whatever form. */
export function CodeForm({ pending, onSubmit }: CodeFormProps) {
  const t = useTranslations('adminCheckIn');
  const [typed, setTyped] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pending || typed.trim() === '') return;
    // What was refused stays to be corrected.
    onSubmit(typed, () => setTyped(''));
  };
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-3">
      <TextField
        label={t('typed')}
        hint={t('typedHint')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={20}
        enterKeyHint="go"
        className="min-h-13 font-semibold text-xl uppercase tracking-widest"
      />
      <Button type="submit" className="mt-7.5 min-h-13" pending={pending}>
        {t('checkIn')}
      </Button>
    </form>
  );
}
