/** Addresses that the global setup has put into the environment. */
const address = (name: string) => () => {
  const url = process.env[name];
  if (!url) throw new Error(`${name} is not set: the global setup has not run`);
  return url;
};

export const apiUrl = address('OPENMAT_E2E_API_URL');
export const stripeUrl = address('OPENMAT_E2E_STRIPE_URL');
