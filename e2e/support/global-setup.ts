import { startStack } from './start-stack.ts';

/** One stack for the whole run. Workers learn its addresses from the environment, which they inherit. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const stack = await startStack();
  process.env.OPENMAT_E2E_WEB_URL = stack.webUrl;
  process.env.OPENMAT_E2E_API_URL = stack.apiUrl;
  process.env.OPENMAT_E2E_STRIPE_URL = stack.stripeUrl;
  process.env.OPENMAT_E2E_DATABASE_URL = stack.databaseUrl;
  return stack.stop;
}
