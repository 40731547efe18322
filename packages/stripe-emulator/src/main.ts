import { createStripeEmulator } from './create-stripe-emulator.ts';
import { readEnvironment } from './environment.ts';

try {
  const emulator = createStripeEmulator(readEnvironment(process.env));
  const address = await emulator.listen();
  process.stdout.write(`Stripe emulator ready at ${address}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void emulator.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
