import * as l4 from '../../src';
import { synthesize } from '../manifest';
import { MINORS, ORDERS, spelledShort, WIDENING_ORDERS, withoutIdleKeys } from './orders';

const selector = l4.PodSelector.labels({ app: 'my-app' });
const ports = [{ servicePort: 80, targetPort: 9376 }];

type Options = Partial<l4.TopologyAwareServiceProps>;

/** How an order is said to a version: `exact`, `weaker` or refused, and the mechanism. */
function cell(prefer: l4.TopologyKey[], minor: number, options: Options): string {
  const rendered = (whenInexact: l4.WhenInexact) => {
    try {
      let rendering: l4.TopologyRendering | undefined;
      const kubernetesVersion = l4.KubernetesVersion.of(`1.${minor}`);
      synthesize((chart) => {
        rendering = new l4.TopologyAwareService(chart, 's', { selector, ports, prefer, kubernetesVersion, whenInexact, ...options }).rendering;
      });
      return rendering;
    } catch (error) {
      if (!/cannot say/.test((error as Error).message)) throw error;
      return undefined;
    }
  };
  const strictly = rendered(l4.WhenInexact.REFUSE);
  const nearest = rendered(l4.WhenInexact.ACCEPT_NEAREST);
  if (strictly) return `exact: ${short(strictly.mechanism)}`;
  return nearest ? `weaker: ${short(nearest.mechanism)}` : 'refused';
}

function short(mechanism: string): string {
  return /topology-[a-z-]+|Prefer\w+/.exec(mechanism)?.[0] ?? mechanism.split(':')[0];
}

/** Orders down, versions across; versions that answer alike share a column. */
function table(options: Options = {}): string {
  const columns = MINORS.map((minor) => ({ from: minor, to: minor, cells: WIDENING_ORDERS.map((order) => cell(order, minor, options)) }));
  const ranges = columns.reduce<typeof columns>((merged, column) => {
    const last = merged.at(-1);
    return last && last.cells.join() === column.cells.join() ? [...merged.slice(0, -1), { ...last, to: column.to }] : [...merged, column];
  }, []);
  const titles = ['', ...ranges.map(({ from, to }) => from === to ? `1.${from}` : `1.${from}-1.${to}`)];
  const rows = [titles, ...WIDENING_ORDERS.map((order, index) => [spelledShort(order), ...ranges.map(({ cells }) => cells[index])])];
  const widths = titles.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) => row.map((text, column) => text.padEnd(widths[column])).join(' | ').trimEnd()).join('\n');
}

test('what each version can say, with the gates of topologyKeys open where there are any', () => {
  expect(table()).toMatchSnapshot();
});

test('what each version can say where the operator opened no gate', () => {
  expect(table({ openFeatureGates: [] })).toMatchSnapshot();
});

test('what each version can say where the operator opened the other gates', () => {
  expect(table({
    openFeatureGates: ['ServiceInternalTrafficPolicy', 'TopologyAwareHints', 'ServiceTrafficDistribution', 'PreferSameTrafficDistribution'],
  })).toMatchSnapshot();
});

test('in one region an order that ends with the region is an order that ends with any', () => {
  expect(table({ singleRegion: true })).toMatchSnapshot();
});

test('in one zone only the node is left to prefer', () => {
  expect(table({ singleZone: true })).toMatchSnapshot();
});

test('a key behind a wider one changes nothing: Pods on the client\'s node are in its zone', () => {
  const idle = ORDERS.filter((order) => withoutIdleKeys(order).length < order.length);
  const answers = (orders: l4.TopologyKey[][]) => orders.map((order) => MINORS.map((minor) => cell(order, minor, {})));
  expect(idle.length).toBe(16);
  expect(answers(idle)).toEqual(answers(idle.map(withoutIdleKeys)));
});
