import type Stripe from 'stripe';
import { type Static, Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { isCreatedWithin, listPage } from '../api/list.ts';
import { notFound } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import { IdInPath, listQuery, Metadata, mergeMetadata, parameters } from './parameters.ts';

const CustomerParameters = parameters({
  email: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  description: Type.Optional(Type.String()),
  metadata: Type.Optional(Metadata),
});

const CustomerFilters = listQuery({ email: Type.Optional(Type.String()) });

export function customerRoutes(api: Api, context: Context): void {
  const { store, emit } = context;

  api.post('/customers', { schema: { body: CustomerParameters } }, ({ body }) => createCustomer(context, body));

  api.get('/customers', { schema: { querystring: CustomerFilters } }, ({ query }) => {
    const customers = store.customers
      .newestFirst()
      .filter((customer) => !customer.deleted)
      .filter((customer) => query.email === undefined || customer.email === query.email)
      .filter((customer) => isCreatedWithin(customer.created, query.created));
    return listPage(customers, query, '/v1/customers');
  });

  api.get('/customers/:id', { schema: { params: IdInPath, querystring: parameters({}) } }, ({ params }) => {
    const customer = store.customers.get(params.id);
    if (!customer) throw notFound('customer', params.id);
    return customer;
  });

  api.post('/customers/:id', { schema: { params: IdInPath, body: CustomerParameters } }, ({ params, body }) => {
    const customer = findCustomer(context, params.id);
    if (!customer) throw notFound('customer', params.id);
    const updated = { ...customer, ...textFields(body, customer) };
    store.customers.put(updated);
    emit('customer.updated', updated);
    return updated;
  });

  api.delete('/customers/:id', { schema: { params: IdInPath } }, ({ params }) => {
    const customer = findCustomer(context, params.id);
    if (!customer) throw notFound('customer', params.id);
    emit('customer.deleted', customer);
    return store.customers.put({ id: customer.id, object: 'customer', deleted: true });
  });
}

/** The customer, unless unknown or deleted. */
export function findCustomer({ store }: Context, id: string): Stripe.Customer | null {
  const customer = store.customers.get(id);
  return customer && !customer.deleted ? customer : null;
}

export function createCustomer(context: Context, params: Static<typeof CustomerParameters>): Stripe.Customer {
  const customer = {
    id: newId('cus', 14),
    object: 'customer',
    address: null,
    balance: 0,
    created: context.now(),
    currency: null,
    default_source: null,
    delinquent: false,
    discount: null,
    invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
    livemode: false,
    preferred_locales: [],
    shipping: null,
    tax_exempt: 'none',
    ...textFields(params, { email: null, name: null, phone: null, description: null, metadata: {} }),
  } satisfies Stripe.Customer;
  context.store.customers.put(customer);
  context.emit('customer.created', customer);
  return customer;
}

type TextFields = Pick<Stripe.Customer, 'email' | 'name' | 'phone' | 'description' | 'metadata'>;

/** An absent parameter keeps the old value, an empty string clears it. */
function textFields(params: Static<typeof CustomerParameters>, old: TextFields) {
  const choose = (text: string | undefined, before: string | null | undefined) => (text ?? before) || null;
  return {
    email: choose(params.email, old.email),
    name: choose(params.name, old.name),
    phone: choose(params.phone, old.phone),
    description: choose(params.description, old.description),
    metadata: mergeMetadata(old.metadata, params.metadata),
  };
}
