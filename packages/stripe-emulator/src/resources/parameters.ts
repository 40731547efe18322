import { type TProperties, Type } from 'typebox';
import { expandParameter, listParameters } from '../api/list.ts';
import { invalidRequest } from '../api/stripe-error.ts';

/** The parameters of one call; any other is refused, as Stripe does. `expand` is always understood. */
export function parameters<T extends TProperties>(properties: T) {
  return Type.Object({ ...properties, ...expandParameter }, { additionalProperties: false });
}

/** The parameters of a list of dated objects, with its own filters. */
export function listQuery<T extends TProperties>(filters: T) {
  return Type.Object({ ...filters, ...listParameters }, { additionalProperties: false });
}

export const IdInPath = Type.Object({ id: Type.String() });

/** A string that is not empty. */
export const Text = Type.String({ minLength: 1 });

export const Metadata = Type.Record(Type.String(), Type.String());

/** New values over old ones; an empty string removes its key. */
export function mergeMetadata(old: Record<string, string>, patch: Record<string, string> = {}) {
  const merged = Object.entries({ ...old, ...patch });
  return Object.fromEntries(merged.filter(([, value]) => value !== ''));
}

const currencies = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** The currency in lower case, as Stripe stores it. Throws for what is not an ISO 4217 code. */
export function checkCurrency(code: string, param: string): string {
  const currency = code.toLowerCase();
  if (!currencies.has(currency)) throw invalidRequest(`Invalid currency: ${code}.`, { param });
  return currency;
}

/** Throws for anything but an absolute http(s) URL. Stripe's placeholder is allowed in it. */
export function checkUrl(url: string, param: string): void {
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    throw invalidRequest('Not a valid URL. URLs must begin with http:// or https://.', { code: 'url_invalid', param });
  }
}
