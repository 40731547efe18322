import { type Static, Type } from 'typebox';
import { LineItemParameters } from '../resources/line-items.ts';
import { Metadata, parameters, Text } from '../resources/parameters.ts';

/** What may be said when a Checkout Session is created; the part of Stripe's parameters that the emulator covers. */
export const SessionParameters = parameters({
  mode: Type.Enum(['payment']),
  line_items: Type.Array(LineItemParameters, { minItems: 1, maxItems: 100 }),
  success_url: Text,
  allowed_payment_method_types: Type.Optional(Type.Array(Text, { minItems: 1 })),
  cancel_url: Type.Optional(Text),
  client_reference_id: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  customer: Type.Optional(Text),
  customer_email: Type.Optional(Text),
  customer_creation: Type.Optional(Type.Enum(['always', 'if_required'])),
  excluded_payment_method_types: Type.Optional(Type.Array(Text)),
  expires_at: Type.Optional(Type.Integer()),
  locale: Type.Optional(Text),
  metadata: Type.Optional(Metadata),
  submit_type: Type.Optional(Type.Enum(['auto', 'book', 'donate', 'pay'])),
  ui_mode: Type.Optional(Type.Enum(['hosted_page'])),
  payment_intent_data: Type.Optional(
    Type.Object(
      {
        description: Type.Optional(Text),
        metadata: Type.Optional(Metadata),
        receipt_email: Type.Optional(Text),
        statement_descriptor: Type.Optional(Text),
        statement_descriptor_suffix: Type.Optional(Text),
      },
      { additionalProperties: false },
    ),
  ),
});

export type SessionInput = Static<typeof SessionParameters>;
