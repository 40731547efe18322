import ipaddr from 'ipaddr.js';
import { isPublicAddress } from './public-address.ts';

/** What is wrong with a URL, in words that follow its name. */
export const urlRefusals = {
  not_a_url: 'is not a URL',
  not_https: 'must start with https://',
  has_user: 'must not contain a user or password',
  private_address: 'must not lead to a private address',
} as const;

export type UrlRefusal = keyof typeof urlRefusals;

const LOCALHOST = /(^|\.)localhost\.?$/;

/**
 * Why nothing may be sent to a URL, or null when it may. Names are judged again by the addresses they lead to, when a
 * connection is made.
 *
 * `URL` has turned every odd spelling of an IPv4 address (decimal, octal, hexadecimal, shortened) into the usual one.
 */
export function refuseUrl(text: string, allowPrivate: boolean): UrlRefusal | null {
  const url = URL.parse(text);
  if (!url) return 'not_a_url';
  if (url.protocol !== 'https:' && !(allowPrivate && url.protocol === 'http:')) return 'not_https';
  if (url.username || url.password) return 'has_user';
  return allowPrivate || isPublicHost(url.hostname) ? null : 'private_address';
}

function isPublicHost(hostname: string): boolean {
  const address = hostname.replace(/^\[(.*)\]$/, '$1');
  return ipaddr.isValid(address) ? isPublicAddress(address) : !LOCALHOST.test(hostname);
}
