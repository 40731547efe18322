'use client';

import { useOptimistic, useTransition } from 'react';
import { useRouter } from '#i18n/navigation.ts';

/** The filters of a list, which stand in the address: what is chosen shows at once, the list follows. */
export function useFilters<Search>(chosen: Search, href: (search: Search) => string) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [search, setSearch] = useOptimistic(chosen);
  const apply = (next: Search) =>
    startTransition(() => {
      setSearch(next);
      router.replace(href(next), { scroll: false });
    });
  return { search, apply, pending };
}
