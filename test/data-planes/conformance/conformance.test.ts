import { CASES, FEATURES } from './cases';
import { forwardTo } from './forwards';
import { inNameOrder, published, refused } from './publish';
import { baseOf, identityOf, presentOf, ROWS } from './rows';
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

test('every feature is asked for by some case', () => {
  expect(FEATURES.filter((feature) => !CASES.some(({ asks }) => asks.includes(feature)))).toEqual([]);
});

test('every data plane is put to the test', () => {
  expect(DATA_PLANES.filter((adapter) => !ROWS.some((row) => row.adapter === adapter)).map(({ name }) => name)).toEqual([]);
});

describe.each(ROWS)('$name', (row) => {
  const { adapter: { emit, read, supports }, lacks, ownPort, makesObjects, isLikeAnother, maxForwards } = row;
  const base = baseOf(row);
  const present = presentOf(row, base);
  const many = hundred.slice(0, maxForwards);

  test('lacks what it says', () => {
    expect(FEATURES.filter((feature) => !supports[feature].supported)).toEqual(FEATURES.filter((feature) => lacks.includes(feature)));
  });

  test('has a page for everything that it says', () => {
    expect(Object.values(supports).filter(({ see }) => !see.startsWith('https://'))).toEqual([]);
  });

  describe.each(CASES)('$name', ({ asks, forwards }) => {
    if (asks.some((feature) => lacks.includes(feature))) {
      test('is refused', () => {
        const message = refused(row, base, forwards);
        asks.filter((feature) => lacks.includes(feature)).forEach((feature) => expect(message).toContain(supports[feature].see));
        if (!isLikeAnother) expect(message).toMatchSnapshot();
      });
      return;
    }

    if (!isLikeAnother) {
      test('changes this', () => {
        const objects = published(row, base, forwards);
        const added = objects.slice(present.length);
        if (makesObjects) return added.forEach((object) => expect(new Manifest([object])).toMatchSnapshot());
        expect([differences([...present], objects), new Manifest(added).yaml].filter(Boolean).join('\n\n')).toMatchSnapshot();
      });
    }

    test('is read back', () => {
      expect(read(published(row, base, forwards))).toEqual(inListenOrder(forwards));
    });

    test('is written by the construct as emit writes it', () => {
      expect(inNameOrder(published(row, base, forwards))).toEqual(inNameOrder(emit(base, forwards)));
    });
  });

  test('writes many forwards in order, and reads them back', () => {
    const objects = published(row, base, many);
    expect(read(objects)).toEqual(inListenOrder(many));
    expect(inNameOrder(objects)).toEqual(inNameOrder(emit(base, many)));
  });

  if (maxForwards !== undefined) {
    test('refuses more than it has room for', () => {
      expect(refused(row, base, hundred)).toContain(`listener ${maxForwards + 1} of the Gateway`);
    });
  }

  test('writes the same bytes in whatever order the forwards come', () => {
    const expected = JSON.stringify(inNameOrder(published(row, base, many)));
    expect(JSON.stringify(inNameOrder(published(row, base, [...many].reverse(), true)))).toBe(expected);
  });

  if (!makesObjects) {
    test('writes nothing more when it writes again', () => {
      const once = published(row, base, many);
      expect(published(row, once, many)).toEqual(once);
    });

    test('keeps what the manifests forward already', () => {
      const forwarding = published(row, base, hundred.slice(0, 3));
      expect(read(published(row, forwarding, hundred.slice(3, 6)))).toEqual(inListenOrder(hundred.slice(0, 6)));
    });
  }

  test('writes nothing where nothing is forwarded', () => {
    expect(published(row, base, [])).toEqual(plain(present));
  });

  test('leaves everything else as it was, in its place', () => {
    const among = [...base.flatMap((object, index) => [...STRANGERS.slice(index, index + 1), object]), ...STRANGERS.slice(base.length)];
    const before = presentOf(row, among);
    const objects = published(row, among, [forwardTo(5432)]);
    expect(objects.slice(0, before.length).map(identityOf)).toEqual(before.map(identityOf));
    expect(objects.filter((_, index) => STRANGERS.includes(before[index]))).toEqual(STRANGERS);
  });

  test('refuses two forwards for one port', () => {
    const message = refused(row, base, [forwardTo(5432), forwardTo(5432, { backend: { namespace: 'bank', name: 'accounts', servicePort: 80 } })]);
    expect(message).toContain('5432/TCP is already published by');
    if (!isLikeAnother) expect(message).toMatchSnapshot();
  });

  if (ownPort !== undefined) {
    test('refuses a port that it listens on itself', () => {
      expect(refused(row, base, [forwardTo(ownPort)])).toMatchSnapshot();
    });
  }

  test('reads nothing where there is no data plane, or another one', () => {
    const others = ROWS.filter((other) => other.folder !== row.folder).map((other) => published(other, baseOf(other), hundred.slice(0, 3)));
    for (const objects of [[], STRANGERS, ...others]) expect(read(objects)).toEqual([]);
  });

  test('reads itself beside the others', () => {
    const others = ROWS.filter((other) => other.folder !== row.folder).flatMap((other) => published(other, baseOf(other), hundred.slice(0, 3)));
    const elsewhere = others.map((object) => ({ ...object, metadata: { ...object.metadata, namespace: 'elsewhere' } }));
    expect(read([...elsewhere, ...published(row, base, many)])).toEqual(inListenOrder(many));
  });
});
