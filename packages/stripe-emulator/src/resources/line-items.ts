import { type Static, Type } from 'typebox';
import { invalidRequest, noSuchParameter } from '../api/stripe-error.ts';
import type { Context } from '../core/context.ts';
import { newId } from '../core/ids.ts';
import type { LineItemRecord, PriceRecord } from '../core/records.ts';
import { Metadata, Text } from './parameters.ts';
import { createPrice, PriceData } from './prices.ts';

export const LineItemParameters = Type.Object(
  {
    price: Type.Optional(Text),
    price_data: Type.Optional(PriceData),
    metadata: Type.Optional(Metadata),
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 999_999 })),
  },
  { additionalProperties: false },
);

type LineItemInput = Static<typeof LineItemParameters>;

/** The line items of a new Checkout Session. All must be in one currency. */
export function buildLineItems(context: Context, inputs: LineItemInput[]): LineItemRecord[] {
  const items = inputs.map((input, index) => buildLineItem(context, input, `line_items[${index}]`));
  if (new Set(items.map((item) => item.currency)).size > 1) {
    throw invalidRequest('All line items must have the same currency.', { param: 'line_items' });
  }
  return items;
}

function buildLineItem(context: Context, input: LineItemInput, name: string): LineItemRecord {
  const price = choosePrice(context, input, name);
  if (input.quantity === undefined) {
    const message = `Missing required param: ${name}[quantity].`;
    throw invalidRequest(message, { code: 'parameter_missing', param: `${name}[quantity]` });
  }
  const amount = price.unit_amount * input.quantity;
  return {
    id: newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price.currency,
    description: context.store.products.get(price.product)?.name ?? null,
    metadata: input.metadata ?? {},
    price,
    quantity: input.quantity,
  };
}

function choosePrice(context: Context, input: LineItemInput, name: string): PriceRecord {
  if (input.price_data && input.price) {
    const message = `You may only specify one of these parameters: ${name}[price], ${name}[price_data].`;
    throw invalidRequest(message, { code: 'parameters_exclusive' });
  }
  if (input.price_data) return createPrice(context, input.price_data, `${name}[price_data]`);
  if (input.price === undefined) {
    const message = `You must specify either '${name}[price]' or '${name}[price_data]'.`;
    throw invalidRequest(message, { code: 'parameter_missing', param: `${name}[price]` });
  }
  const price = context.store.prices.get(input.price);
  if (!price) throw noSuchParameter('price', input.price, `${name}[price]`);
  return price;
}
