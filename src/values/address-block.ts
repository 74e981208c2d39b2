import { isIP } from 'net';
import { ipaddr } from './bundled-packages';

/** Whether a block, such as "10.0.0.0/8", has an address in it; `undefined` where one of them cannot be read. */
export function isAddressIn(address: string, block: string): boolean | undefined {
  const [first = '', length = '', ...rest] = block.split('/');
  if (rest.length > 0 || !isPlain(address) || !isPlain(first) || !/^\d{1,3}$/.test(length)) return undefined;
  const [one, start] = [ipaddr().process(address), ipaddr().parse(first)];
  if (Number(length) > (start.kind() === 'ipv4' ? 32 : 128)) return undefined;
  return one.kind() === start.kind() && one.match(start, Number(length));
}

function isPlain(address: string): boolean {
  return isIP(address) > 0 && !address.includes('%');
}
