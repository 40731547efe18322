import type { Store } from '../core/store.ts';
import { invalidRequest } from './stripe-error.ts';

type Json = Record<string, unknown>;

const MAX_DEPTH = 4;

/** Replaces the ids at the given paths (`payment_intent.latest_charge`, `data.customer` …) by the objects themselves. */
export function expandPaths(store: Store, value: unknown, paths: readonly string[]): unknown {
  return paths.reduce((expanded, path) => {
    const segments = path.split('.');
    const depth = segments[0] === 'data' ? segments.length - 1 : segments.length;
    if (depth > MAX_DEPTH) throw cannotExpand(path);
    return expandPath(store, expanded, segments, path);
  }, value);
}

function expandPath(store: Store, value: unknown, segments: readonly string[], path: string): unknown {
  const [key, ...rest] = segments;
  if (key === undefined || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => expandPath(store, item, segments, path));
  if (!isJson(value)) throw cannotExpand(path);
  if (rest.length === 0 && key === 'data') throw cannotExpand(path);
  const child = resolveChild(store, value, key);
  if (child === undefined) throw cannotExpand(path);
  return { ...value, [key]: expandPath(store, child, rest, path) };
}

/** The object behind a property; null when the property is empty; undefined when it cannot be expanded. */
function resolveChild(store: Store, parent: Json, key: string): unknown {
  const child = parent[key];
  if (child === undefined) return resolveIncludable(store, parent, key);
  if (typeof child === 'string') return findById(store, child);
  return child === null || typeof child === 'object' ? child : undefined;
}

/** Lists that an object carries only when asked for. */
function resolveIncludable(store: Store, parent: Json, key: string): unknown {
  const id = String(parent.id);
  if (parent.object === 'checkout.session' && key === 'line_items') {
    return list(store.checkouts.get(id)?.lineItems ?? [], `/v1/checkout/sessions/${id}/line_items`);
  }
  if (parent.object === 'charge' && key === 'refunds') {
    const refunds = store.refunds.newestFirst().filter((refund) => refund.charge === id);
    return list(refunds, `/v1/charges/${id}/refunds`);
  }
  return undefined;
}

function list(data: object[], url: string) {
  return { object: 'list', data, has_more: false, url };
}

function findById(store: Store, id: string): object | undefined {
  const byPrefix = {
    ch: store.charges,
    cs: store.sessions,
    cus: store.customers,
    du: store.disputes,
    pi: store.paymentIntents,
    pm: store.paymentMethods,
    price: store.prices,
    prod: store.products,
    re: store.refunds,
  };
  const [prefix = ''] = id.split('_', 1);
  return isKeyOf(byPrefix, prefix) ? byPrefix[prefix].get(id) : undefined;
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(object, key);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object';
}

function cannotExpand(path: string) {
  return invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
}
