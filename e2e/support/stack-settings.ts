/** What the global setup has put into the environment. */
const setting = (name: string) => () => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the global setup has not run`);
  return value;
};

export const apiUrl = setting('OPENMAT_E2E_API_URL');
export const stripeUrl = setting('OPENMAT_E2E_STRIPE_URL');
export const inboxUrl = setting('OPENMAT_E2E_INBOX_URL');
/** The folder with the logs of the programs. */
export const logDir = setting('OPENMAT_E2E_LOG_DIR');
/** The account of the studio's admin, as JSON. */
export const adminAccount = setting('OPENMAT_E2E_ADMIN');
