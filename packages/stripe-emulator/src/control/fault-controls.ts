import { Type } from 'typebox';
import type { Api } from '../api/api.ts';
import { noApiFaults } from '../api/api-faults.ts';
import { Text } from '../resources/parameters.ts';
import { type Amount, normalDelivery } from '../webhooks/webhook-controls.ts';
import type { ControlDependencies } from './control-dependencies.ts';

// A list of types, not a union: with a union the validator would read the number 1 as `true`.
const AmountSchema = Type.Optional(Type.Unsafe<Amount>({ type: ['boolean', 'integer'], minimum: 0 }));
const Count = Type.Optional(Type.Integer({ minimum: 0 }));

const WebhookBody = Type.Object(
  {
    drop: AmountSchema,
    duplicate: AmountSchema,
    delayMs: Count,
    reorder: Type.Optional(Type.Boolean()),
    fail: AmountSchema,
  },
  { additionalProperties: false },
);

const ApiBody = Type.Object(
  {
    failNext: Count,
    failStoredNext: Count,
    hangNext: Count,
    method: Type.Optional(Text),
    path: Type.Optional(Text),
  },
  { additionalProperties: false },
);

/** What goes wrong, with webhooks and with the API. A PUT replaces everything: what it leaves out goes right again. */
export function faultControls(api: Api, { controls, faults, dispatcher }: ControlDependencies): void {
  api.get('/webhooks', () => controls.settings);

  api.put('/webhooks', { schema: { body: WebhookBody } }, ({ body }) => {
    controls.settings = { ...normalDelivery, ...body };
    dispatcher.pump();
    return controls.settings;
  });

  api.get('/api', () => faults.settings);

  api.put('/api', { schema: { body: ApiBody } }, ({ body }) => {
    faults.settings = { ...noApiFaults, ...body };
    return faults.settings;
  });
}
