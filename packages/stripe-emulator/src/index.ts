export { createStripeEmulator, type StripeEmulator } from './create-stripe-emulator.ts';
export { type TestCard, testCards } from './operations/test-cards.ts';
export type { EmulatorOptions, EmulatorTiming } from './options.ts';
