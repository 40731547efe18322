import qs from 'qs';

/**
 * Reads Stripe's form encoding, e.g. `line_items[0][price_data][currency]=eur`, from a body or a query string.
 * The array limit is above Stripe's own limit of 100 line items; beyond it `qs` would silently make objects of arrays.
 */
export function parseForm(text: string): qs.ParsedQs {
  return qs.parse(text, { depth: 10, arrayLimit: 200, parameterLimit: 5000 });
}

/** The same text for the same parameters, whatever their order. */
export function canonicalForm(params: unknown): string {
  return qs.stringify(params, { sort: (a: string, b: string) => a.localeCompare(b) });
}
