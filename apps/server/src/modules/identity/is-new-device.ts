/** Versions change with every update of a browser; what is left names the program and the system. */
const withoutVersions = (userAgent: string | null): string | null => userAgent?.replaceAll(/[\d._]+/g, '') ?? null;

/**
 * True when a sign-in comes from a program that the account was never used with.
 *
 * The first sign-in of an account is not news to its owner.
 *
 * @param known user agents of the devices that the account had or has
 */
export function isNewDevice(known: readonly (string | null)[], userAgent: string | null): boolean {
  const program = withoutVersions(userAgent);
  return known.length > 0 && known.every((each) => withoutVersions(each) !== program);
}
