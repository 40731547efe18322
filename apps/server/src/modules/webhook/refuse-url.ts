import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';

const LOCALHOST = /(^|\.)localhost\.?$/;

/**
 * Why nothing may be sent to a URL, or null when it may. Names are judged again by the addresses they lead to, when a
 * connection is made.
 *
 * `URL` has turned every odd spelling of an IPv4 address (decimal, octal, hexadecimal, shortened) into the usual one.
 */
export function refuseUrl(text: string, allowPrivate: boolean): string | null {
  const url = URL.parse(text);
  if (!url) return 'is not a URL';
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'must start with https://';
  if (url.username || url.password) return 'must not contain a user or password';
  return allowPrivate || isPublicHost(url.hostname) ? null : 'must not lead to a private address';
}

function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(address) ? isPublicAddress(address) : !LOCALHOST.test(hostname);
}
