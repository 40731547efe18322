import type Stripe from 'stripe';
import { type Static, Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import { IdInPath, listQuery, Metadata, parameters, Text } from './parameters.ts';

/** Also what a price or a line item may carry inline as `product_data`. */
export const ProductData = Type.Object(
  {
    name: Text,
    description: Type.Optional(Text),
    images: Type.Optional(Type.Array(Text, { maxItems: 8 })),
    metadata: Type.Optional(Metadata),
  },
  { additionalProperties: false },
);

const ProductParameters = parameters({ ...ProductData.properties, active: Type.Optional(Type.Boolean()) });
const ProductFilters = listQuery({ active: Type.Optional(Type.Boolean()) });

export function productRoutes(api: Api, context: Context): void {
  const { store } = context;

  api.post('/products', { schema: { body: ProductParameters } }, ({ body }) => createProduct(context, body));

  api.get('/products', { schema: { querystring: ProductFilters } }, ({ query }) => {
    const products = store.products
      .newestFirst()
      .filter((product) => query.active === undefined || product.active === query.active)
      .filter((product) => isCreatedWithin(product.created, query.created));
    return listPage(products, query, '/v1/products');
  });

  api.get('/products/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const product = store.products.get(params.id);
    if (!product) throw notFound('product', params.id);
    return product;
  });
}

interface NewProduct extends Static<typeof ProductData> {
  active?: boolean;
}

export function createProduct({ store, now }: Context, params: NewProduct): Stripe.Product {
  const created = now();
  return store.products.put({
    id: newId('prod', 14),
    object: 'product',
    active: params.active ?? true,
    created,
    default_price: null,
    description: params.description ?? null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: [],
    metadata: params.metadata ?? {},
    name: params.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: created,
    url: null,
  });
}
