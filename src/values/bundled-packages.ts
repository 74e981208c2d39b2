import type * as IpAddr from 'ipaddr.js';
import type * as Yaml from 'yaml';

/* eslint-disable @typescript-eslint/no-require-imports */

/** The arithmetic of IP addresses, loaded when the first address is parsed. */
export function ipaddr(): typeof IpAddr {
  return require('ipaddr.js');
}

/** The YAML reader, loaded when the first manifest is read: it takes half as long to load as everything else here. */
export function yaml(): typeof Yaml {
  return require('yaml');
}
