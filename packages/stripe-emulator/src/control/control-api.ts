import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginCallback } from 'fastify';
import type { Context } from '../core/context.ts';
import { checkoutControls } from './checkout-controls.ts';
import type { ControlDependencies } from './control-dependencies.ts';
import { eventControls } from './event-controls.ts';
import { faultControls } from './fault-controls.ts';
import { moneyControls } from './money-controls.ts';

/** What a person or a test does to the emulator from outside: JSON, no key needed. */
export function controlApi(context: Context, dependencies: ControlDependencies): FastifyPluginCallback {
  return (instance, _options, done) => {
    const api = instance.withTypeProvider<TypeBoxTypeProvider>();
    api.addHook('preValidation', async (request) => {
      if (request.method !== 'GET') request.body ??= {};
    });
    api.get('/health', () => ({ status: 'ok' }));
    checkoutControls(api, context);
    eventControls(api, context, dependencies);
    faultControls(api, dependencies);
    moneyControls(api, context);
    done();
  };
}
