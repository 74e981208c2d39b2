import * as l4 from '../../src';
import { refusal, synthesize } from '../manifest';

const serviceFor = (externalName: string) => synthesize((chart) => new l4.ExternalNameService(chart, 'ext-api', { externalName }));
const refusalOf = (externalName: string) => refusal((chart) => new l4.ExternalNameService(chart, 'ext-api', { externalName }));

test('a CNAME and nothing else', () => {
  expect(serviceFor('api.ipify.org')).toMatchSnapshot();
});

test('a trailing dot is kept', () => {
  expect(serviceFor('api.ipify.org.')).toMatchSnapshot();
});

test('refused: an IPv4 address', () => {
  expect(refusalOf('192.168.8.4')).toMatchSnapshot();
});

test('refused: an IPv4 address with a trailing dot', () => {
  expect(refusalOf('192.168.8.4.')).toMatchSnapshot();
});

test('refused: an IPv6 address', () => {
  expect(refusalOf('fd00::4')).toMatchSnapshot();
});

test('refused: a name in upper case', () => {
  expect(refusalOf('API.ipify.org')).toMatchSnapshot();
});

test('refused: a URL', () => {
  expect(refusalOf('https://api.ipify.org/')).toMatchSnapshot();
});

test('refused: a name longer than DNS allows', () => {
  expect(refusalOf(`${'a.'.repeat(127)}org`)).toMatchSnapshot();
});

test('refused: no name', () => {
  expect(refusalOf('')).toMatchSnapshot();
});
