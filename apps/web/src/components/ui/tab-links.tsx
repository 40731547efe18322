import { Link } from '#i18n/navigation.ts';
import { WayStrip } from './way-strip.tsx';

export interface TabLink {
  href: string;
  label: string;
  isCurrent: boolean;
  /** How many things are there. */
  count?: number;
}

/** The parts of a page, each with its own address. */
export function TabLinks({ label, tabs, className = '' }: { label: string; tabs: TabLink[]; className?: string }) {
  return (
    <WayStrip label={label} className={`border-line border-b ${className}`}>
      <ul className="flex gap-6">
        {tabs.map(({ href, label: name, isCurrent, count }) => (
          <li key={href}>
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={isCurrent ? 'page' : undefined}
              className={tabClass}
            >
              {name}
              {count !== undefined && <span className="font-medium text-muted text-sm"> {count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </WayStrip>
  );
}

/** The looks of a tab, chosen or not. */
export const tabClass =
  'flex min-h-11 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 pt-0.5 font-semibold text-muted -outline-offset-2 transition-colors hover:text-ink aria-[current]:border-accent aria-[current]:text-ink aria-selected:border-accent aria-selected:text-ink';
