'use client';

import { Link } from '#i18n/navigation.ts';
import type { RosterEntry } from '#lib/api/types.ts';
import { useSession } from '#lib/auth/use-session.ts';

/** A name on the list; admins come to the member's page by it. */
export function PersonName({ user: { id, name } }: Pick<RosterEntry, 'user'>) {
  const isAdmin = useSession().user?.role === 'admin';
  if (!isAdmin) return name;
  return (
    // Above the area of the row that checks in.
    <Link href={`/admin/members/${id}`} prefetch={false} className="relative z-1 underline-offset-4 hover:underline">
      {name}
    </Link>
  );
}
