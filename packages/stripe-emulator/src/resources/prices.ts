import { type Static, Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { invalidRequest, noSuchParameter, notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { PriceRecord } from '../core/records.ts';
import { checkCurrency, IdInPath, listQuery, Metadata, parameters, Text } from './parameters.ts';
import { createProduct, ProductData } from './products.ts';

/** Also what a line item may carry inline as `price_data`. Amounts are in minor units. */
export const PriceData = Type.Object(
  {
    currency: Text,
    unit_amount: Type.Integer({ minimum: 0, maximum: 99_999_999 }),
    product: Type.Optional(Text),
    product_data: Type.Optional(ProductData),
  },
  { additionalProperties: false },
);

const PriceParameters = parameters({
  ...PriceData.properties,
  nickname: Type.Optional(Text),
  metadata: Type.Optional(Metadata),
});

const PriceFilters = listQuery({
  active: Type.Optional(Type.Boolean()),
  currency: Type.Optional(Text),
  product: Type.Optional(Text),
});

export function priceRoutes(api: Api, context: Context): void {
  const { store } = context;

  api.post('/prices', { schema: { body: PriceParameters } }, ({ body }) => createPrice(context, body, null));

  api.get('/prices', { schema: { querystring: PriceFilters } }, ({ query }) => {
    const prices = store.prices
      .newestFirst()
      .filter((price) => price.active === (query.active ?? price.active))
      .filter((price) => price.currency === (query.currency ?? price.currency))
      .filter((price) => price.product === (query.product ?? price.product))
      .filter((price) => isCreatedWithin(price.created, query.created));
    return listPage(prices, query, '/v1/prices');
  });

  api.get('/prices/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const price = store.prices.get(params.id);
    if (!price) throw notFound('price', params.id);
    return price;
  });
}

interface NewPrice extends Static<typeof PriceData> {
  nickname?: string;
  metadata?: Record<string, string>;
}

/** `parent` is the form name of the object that holds the parameters, for errors; null at the top. */
export function createPrice(context: Context, params: NewPrice, parent: string | null): PriceRecord {
  const name = (key: string) => (parent === null ? key : `${parent}[${key}]`);
  return context.store.prices.put({
    id: newId('price'),
    object: 'price',
    active: true,
    billing_scheme: 'per_unit',
    created: context.now(),
    currency: checkCurrency(params.currency, name('currency')),
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: params.metadata ?? {},
    nickname: params.nickname ?? null,
    product: chooseProduct(context, params, name),
    recurring: null,
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'one_time',
    unit_amount: params.unit_amount,
    unit_amount_decimal: String(params.unit_amount),
  });
}

function chooseProduct(context: Context, params: NewPrice, name: (key: string) => string): string {
  if (params.product_data && params.product) {
    const message = `You may only specify one of these parameters: ${name('product')}, ${name('product_data')}.`;
    throw invalidRequest(message, { code: 'parameters_exclusive' });
  }
  if (params.product_data) return createProduct(context, params.product_data).id;
  if (params.product === undefined) {
    const message = `You must specify either '${name('product')}' or '${name('product_data')}'.`;
    throw invalidRequest(message, { code: 'parameter_missing', param: name('product') });
  }
  if (!context.store.products.get(params.product)) throw noSuchParameter('product', params.product, name('product'));
  return params.product;
}
