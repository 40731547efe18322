import ipaddr from 'ipaddr.js';

/** Azure answers its virtual machines here: the one address of a cloud's inside that lies in a public range. */
const AZURE_PLATFORM = '168.63.129.16';

/**
 * True for an address of the public internet. Everything else is refused: private, loopback, link-local (where clouds keep their
 * metadata), carrier-grade NAT, multicast, reserved, and every IPv6 form that carries an IPv4 address.
 *
 * @throws when the text is no IP address
 */
export function isPublicAddress(address: string): boolean {
  return address !== AZURE_PLATFORM && ipaddr.parse(address).range() === 'unicast';
}
