import { CASES } from './cases';
import { forwardTo } from './forwards';
import { published, refused } from './publish';
import { baseOf, ROWS } from './rows';
import type { Feature } from '../../../src/data-planes/adapter';
import { DATA_PLANES } from '../../../src/data-planes/all';
import type { KubeObject } from '../../../src/kube/kube-object';
import { inListenOrder } from '../../../src/model/forward';
import { Manifest } from '../../manifest';
import { differences } from '../ingress-nginx/differences';

const plain = (objects: readonly KubeObject[]): KubeObject[] => JSON.parse(JSON.stringify(objects));
const hundred = Array.from({ length: 100 }, (_, index) => forwardTo(20000 + 7 * index % 100, { backend: { namespace: 'shop', name: `orders-${index % 9}`, servicePort: 80 } }));

/** Objects that have nothing to do with a data plane, though their names look like it. */
const STRANGERS: KubeObject[] = [
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'tcp', namespace: 'edge' }, data: { 5432: 'bank/accounts:5432' } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'edge' }, spec: { selector: { app: 'web' }, ports: [{ port: 5432 }] } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'edge' },
    spec: { selector: { matchLabels: { app: 'web' } }, template: { metadata: { labels: { app: 'web' } }, spec: { containers: [{ name: 'controller', image: 'web' }] } } },
  },
];

test('every data plane is put to the test', () => {
  expect(DATA_PLANES.filter((adapter) => !ROWS.some((row) => row.adapter === adapter)).map(({ name }) => name)).toEqual([]);
});

describe.each(ROWS)('$name', (row) => {
  const { adapter: { emit, read, supports }, lacks, ownPort } = row;
  const base = baseOf(row);

  test('lacks what it says', () => {
    const unsupported = Object.entries(supports).filter(([, { supported }]) => !supported).map(([feature]) => feature as Feature);
    expect(unsupported.sort()).toEqual([...lacks].sort());
  });

  test('has a page for everything that it says', () => {
    expect(Object.values(supports).filter(({ see }) => !see.startsWith('https://'))).toEqual([]);
  });

  describe.each(CASES)('$name', ({ asks, forwards }) => {
    if (asks.some((feature) => lacks.includes(feature))) {
      test('is refused', () => {
        expect(refused(row, base, forwards)).toMatchSnapshot();
      });
      return;
    }

    test('changes this', () => {
      const objects = published(row, base, forwards);
      const added = new Manifest(objects.slice(base.length)).yaml;
      expect([differences([...base], objects), added].join('\n\n')).toMatchSnapshot();
    });

    test('is read back', () => {
      expect(read(published(row, base, forwards))).toEqual(inListenOrder(forwards));
    });

    test('is written by the construct as emit writes it', () => {
      expect(published(row, base, forwards)).toEqual(plain(emit(base, forwards)));
    });
  });

  test('writes a hundred forwards in order, and reads them back', () => {
    const objects = published(row, base, hundred);
    expect(read(objects)).toEqual(inListenOrder(hundred));
    expect(objects).toEqual(plain(emit(base, hundred)));
  });

  test('writes the same bytes in whatever order the forwards come', () => {
    const expected = JSON.stringify(published(row, base, hundred));
    expect(JSON.stringify(published(row, base, [...hundred].reverse(), true))).toBe(expected);
  });

  test('writes nothing more when it writes again', () => {
    const once = published(row, base, hundred);
    expect(published(row, once, hundred)).toEqual(once);
  });

  test('keeps what the manifests forward already', () => {
    const forwarding = published(row, base, hundred.slice(0, 3));
    expect(read(published(row, forwarding, hundred.slice(3, 6)))).toEqual(inListenOrder(hundred.slice(0, 6)));
  });

  test('writes nothing where nothing is forwarded', () => {
    expect(published(row, base, [])).toEqual(plain(base));
  });

  test('leaves everything else as it was, in its place', () => {
    const among = base.flatMap((object, index) => [STRANGERS[index % STRANGERS.length], object]);
    const objects = published(row, among, [forwardTo(5432)]);
    const strangers = among.flatMap((object, index) => STRANGERS.includes(object) ? [index] : []);
    expect(strangers.map((index) => objects[index])).toEqual(strangers.map((index) => among[index]));
    expect(objects.slice(0, among.length).map(({ kind, metadata }) => [kind, metadata])).toEqual(among.map(({ kind, metadata }) => [kind, metadata]));
  });

  test('refuses two forwards for one port', () => {
    expect(refused(row, base, [forwardTo(5432), forwardTo(5432, { backend: { namespace: 'bank', name: 'accounts', servicePort: 80 } })])).toMatchSnapshot();
  });

  (ownPort === undefined ? test.skip : test)('refuses a port that it listens on itself', () => {
    expect(refused(row, base, [forwardTo(ownPort!)])).toMatchSnapshot();
  });

  test('reads nothing where there is no data plane, or another one', () => {
    const others = ROWS.filter((other) => other.folder !== row.folder).map((other) => published(other, baseOf(other), hundred.slice(0, 3)));
    for (const objects of [[], STRANGERS, ...others]) expect(read(objects)).toEqual([]);
  });

  test('reads itself beside the others', () => {
    const others = ROWS.filter((other) => other.folder !== row.folder).flatMap((other) => published(other, baseOf(other), hundred.slice(0, 3)));
    const elsewhere = others.map((object) => ({ ...object, metadata: { ...object.metadata, namespace: 'elsewhere' } }));
    expect(read([...elsewhere, ...published(row, base, hundred)])).toEqual(inListenOrder(hundred));
  });
});
