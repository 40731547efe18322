'use client';

import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';
import { MoreButton } from './more-button.tsx';
import { ListSkeleton } from './skeleton.tsx';

interface PagedListProps<Item> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: Item[] }>, Error>;
  /** Says that it is being loaded. */
  loading: string;
  /** Stands in for the looks of what is being loaded. */
  skeleton?: ReactNode;
  /** What to do when there is nothing. */
  empty: ReactNode;
  children(items: Item[]): ReactNode;
}

/** A list that comes a page at a time: being loaded, failed, empty, or there with the way to more. */
export function PagedList<Item>({ list, loading, skeleton, empty, children }: PagedListProps<Item>) {
  if (!list.data) {
    if (list.error) return <ErrorState error={list.error} retry={list.refetch} pending={list.isFetching} />;
    return skeleton ?? <ListSkeleton label={loading} />;
  }
  const items = list.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      <MoreButton list={list} />
    </>
  );
}
