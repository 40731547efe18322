import type Stripe from 'stripe';
import { type Static, Type } from 'typebox';
import { noSuchParameter } from './stripe-error.ts';

const Range = Type.Object(
  {
    gt: Type.Optional(Type.Integer()),
    gte: Type.Optional(Type.Integer()),
    lt: Type.Optional(Type.Integer()),
    lte: Type.Optional(Type.Integer()),
  },
  { additionalProperties: false },
);

export const expandParameter = { expand: Type.Optional(Type.Array(Type.String())) };

/** The parameters that every list takes. */
export const pageParameters = {
  ...expandParameter,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  starting_after: Type.Optional(Type.String()),
  ending_before: Type.Optional(Type.String()),
};

/** The parameters that lists of dated objects take. */
export const listParameters = { ...pageParameters, created: Type.Optional(Type.Union([Type.Integer(), Range])) };

interface PageQuery {
  limit?: number | undefined;
  starting_after?: string | undefined;
  ending_before?: string | undefined;
}

type Created = number | Static<typeof Range> | undefined;

/** One page of `items`, which come newest first. */
export function listPage<T extends { id: string }>(items: T[], query: PageQuery, url: string): Stripe.ApiList<T> {
  const limit = query.limit ?? 10;
  const indexOf = (id: string, param: string) => {
    const index = items.findIndex((item) => item.id === id);
    if (index < 0) throw noSuchParameter('object', id, param);
    return index;
  };
  if (query.ending_before !== undefined) {
    const end = indexOf(query.ending_before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: items.slice(start, end), has_more: start > 0, url };
  }
  const start = query.starting_after === undefined ? 0 : indexOf(query.starting_after, 'starting_after') + 1;
  const end = start + limit;
  return { object: 'list', data: items.slice(start, end), has_more: end < items.length, url };
}

/** Whether a time in Unix seconds lies in the `created` filter. */
export function isCreatedWithin(created: number, filter: Created): boolean {
  if (filter === undefined) return true;
  if (typeof filter === 'number') return created === filter;
  return (
    (filter.gt === undefined || created > filter.gt) &&
    (filter.gte === undefined || created >= filter.gte) &&
    (filter.lt === undefined || created < filter.lt) &&
    (filter.lte === undefined || created <= filter.lte)
  );
}
