'use client';

import { Menu as Base } from '@base-ui/react/menu';
import type { ReactElement, ReactNode } from 'react';
import { Link } from '#i18n/navigation.ts';

const itemClass =
  'flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-[0.5rem] px-3 font-medium outline-none data-disabled:cursor-default data-highlighted:bg-line/60 data-disabled:text-muted';

/** Further things to do, behind a button: usually an `IconButton` with a name. */
export function Menu({ trigger, children }: { trigger: ReactElement; children: ReactNode }) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align="end" sideOffset={6} collisionPadding={12} className="z-50 outline-none">
          <Base.Popup className="min-w-48 max-w-[calc(100vw-1.5rem)] origin-(--transform-origin) rounded-control border border-line bg-surface p-1.5 shadow-panel outline-none transition duration-150 data-ending-style:scale-95 data-starting-style:scale-95 data-ending-style:opacity-0 data-starting-style:opacity-0">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface MenuItemProps {
  onSelect(): void;
  disabled?: boolean;
  tone?: 'plain' | 'trouble';
  children: ReactNode;
}

/** Something to do. */
export function MenuItem({ onSelect, disabled = false, tone = 'plain', children }: MenuItemProps) {
  const color = tone === 'trouble' && !disabled ? 'text-trouble' : '';
  return (
    <Base.Item disabled={disabled} onClick={onSelect} className={`${itemClass} ${color}`}>
      {children}
    </Base.Item>
  );
}

/** Somewhere to go. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick render={<Link href={href} prefetch={false} />} className={itemClass}>
      {children}
    </Base.LinkItem>
  );
}
