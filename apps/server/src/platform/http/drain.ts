import { fastifyPlugin } from 'fastify-plugin';

/**
 * Ends each connection with the answer it was waiting for, once the server is closing.
 *
 * Node closes connections that are idle at that moment; those that become idle a moment later it would keep for the
 * whole keep-alive time, and the process with them.
 */
export const drainPlugin = fastifyPlugin(async (app) => {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (closing) reply.header('connection', 'close');
    done(null, payload);
  });
});
