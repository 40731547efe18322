'use client';

import { Toast } from '@base-ui/react/toast';
import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { buttonClass } from './button-class.ts';

export interface ToastMessage {
  text: string;
  tone?: 'plain' | 'good' | 'trouble';
  /** Something to do about it, e.g. to take it back. */
  action?: { label: string; onPress(): void };
}

interface ToastData {
  tone: NonNullable<ToastMessage['tone']>;
}

/** Long enough to read two lines twice; longer where there is something to do about it. It stands still under pointer and focus. */
const TIMEOUT_MS = { text: 6_000, action: 12_000 };
const MAX_SHOWN = 3;

const manager = Toast.createToastManager<ToastData>();
let ready: Promise<void> | undefined;

/**
 * Puts the place for toasts into the page, once; resolves when it is there. It has a root of its own, so that a page without toasts
 * carries nothing of it.
 */
export function prepareToaster(closeLabel: string): Promise<void> {
  ready ??= new Promise((resolve) => {
    const root = createRoot(document.body.appendChild(document.createElement('div')));
    root.render(<Toaster closeLabel={closeLabel} onReady={resolve} />);
  });
  return ready;
}

/** Shows a toast. Trouble stays until it is closed, and interrupts a screen reader. */
export async function addToast({ text, tone = 'plain', action }: ToastMessage, closeLabel: string): Promise<void> {
  await prepareToaster(closeLabel);
  const isTrouble = tone === 'trouble';
  const id = manager.add({
    title: text,
    data: { tone },
    priority: isTrouble ? 'high' : 'low',
    timeout: isTrouble ? 0 : TIMEOUT_MS[action ? 'action' : 'text'],
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.onPress();
        },
      },
    }),
  });
}

function Toaster({ closeLabel, onReady }: { closeLabel: string; onReady(): void }) {
  return (
    <Toast.Provider toastManager={manager} limit={MAX_SHOWN}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-[calc(4.5rem+env(safe-area-inset-bottom))] left-4 z-60 flex flex-col gap-2 font-sans sm:left-auto sm:w-96 md:right-6 md:bottom-6">
          <Toasts closeLabel={closeLabel} onReady={onReady} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

const icons = {
  plain: null,
  good: <CircleCheck aria-hidden="true" size={20} className="shrink-0 text-accent" />,
  trouble: <CircleAlert aria-hidden="true" size={20} className="shrink-0 text-trouble" />,
};

function Toasts({ closeLabel, onReady }: { closeLabel: string; onReady(): void }) {
  const { toasts } = Toast.useToastManager<ToastData>();
  // The provider listens to the manager from its own effect on, which runs after this one.
  useEffect(() => queueMicrotask(onReady), [onReady]);
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="transform-[translate(var(--toast-swipe-movement-x),var(--toast-swipe-movement-y))] rounded-control border border-line bg-surface text-ink shadow-panel transition duration-200 data-ending-style:translate-y-2 data-limited:hidden data-starting-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:opacity-0"
    >
      <Toast.Content className="flex min-h-14 items-center gap-3 py-1.5 pr-1.5 pl-4">
        {icons[toast.data?.tone ?? 'plain']}
        <Toast.Title render={<p />} className="min-w-0 flex-1 py-1.5 text-[0.9375rem] leading-snug" />
        <Toast.Action className={buttonClass('quiet', '-mr-2 shrink-0 underline underline-offset-4')} />
        <Toast.Close aria-label={closeLabel} className={buttonClass('quiet', '', 'icon')}>
          <X aria-hidden="true" size={18} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
