'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DialogActions } from './dialog-actions.tsx';
import { IconButton } from './icon-button.tsx';
import { backdropClass, sheetClass } from './overlay-class.ts';

interface SheetProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: string;
  children: ReactNode;
  /** Buttons; they stay in sight below what scrolls. */
  actions?: ReactNode;
}

/** A closer look or a longer form beside the page it belongs to; from below on a phone. */
export function Sheet({ open, onOpenChange, title, children, actions }: SheetProps) {
  const t = useTranslations('common');
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={backdropClass} />
        <Base.Popup className={sheetClass}>
          <div className="flex items-start justify-between gap-4 pt-4 pr-3 pb-2 pl-6">
            <Base.Title className="pt-2 font-bold text-xl leading-tight tracking-tight">{title}</Base.Title>
            <Base.Close
              render={
                <IconButton label={t('close')}>
                  <X aria-hidden="true" size={20} />
                </IconButton>
              }
            />
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 pt-2 pb-6">{children}</div>
          {actions && (
            <div className="border-line border-t px-6 py-4">
              <DialogActions>{actions}</DialogActions>
            </div>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
