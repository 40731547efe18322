/** Where visitors find this site, for addresses that leave it. Read at every call: it belongs to the machine, not to the build. */
export function webUrl(): URL {
  return new URL(process.env.OPENMAT_WEB_URL || 'http://localhost:3000');
}
