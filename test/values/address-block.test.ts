import { isAddressIn } from '../../src/values/address-block';

test.each([
  ['10.20.0.15', '10.20.0.0/24', true],
  ['10.20.1.15', '10.20.0.0/24', false],
  ['10.20.0.15', '10.20.0.9/24', true],
  ['10.20.0.15', '10.20.0.15/32', true],
  ['10.20.0.15', '0.0.0.0/0', true],
  ['10.20.0.15', '::/0', false],
  ['fd00:20::15', 'fd00::/8', true],
  ['fd00:20::15', '0.0.0.0/0', false],
  ['::ffff:10.20.0.15', '10.20.0.0/24', true],
  ['10.20.0.15', '10.20.0.0', undefined],
  ['10.20.0.15', '10.20.0.0/33', undefined],
  ['10.20.0.15', '10.20.0.0/24/1', undefined],
  ['10.20.0.15', '10.20.0.0/', undefined],
  ['10.20.0.15', '', undefined],
  ['010.20.0.15', '10.20.0.0/24', undefined],
  ['10.20.0.15', '010.20.0.0/24', undefined],
  ['fe80::1%eth0', 'fe80::/10', undefined],
  ['db.example.com', '0.0.0.0/0', undefined],
])('whether %s is in %s: %s', (address, block, expected) => {
  expect(isAddressIn(address, block)).toBe(expected);
});
