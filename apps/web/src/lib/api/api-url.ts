/** Where this server finds the API. Read at every call: the address belongs to the machine, not to the build. */
export function apiUrl(): string {
  return process.env.OPENMAT_API_URL || 'http://127.0.0.1:4000';
}
