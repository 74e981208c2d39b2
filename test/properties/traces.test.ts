import * as fc from 'fast-check';
import { asText, damagedSet } from './damaged';
import { networkOf } from '../../src/analysis/analyze';
import { listenersIn } from '../../src/data-planes/listeners';
import { renderDot } from '../../src/graph/dot';
import { graphOf } from '../../src/graph/graph';
import { renderMermaid } from '../../src/graph/mermaid';
import { readDocuments } from '../../src/kube/read-documents';
import { gatewaysOf } from '../../src/model/gateway-node';
import { Rejection } from '../../src/problems/rejection';
import { renderTrace } from '../../src/trace/render-trace';
import { traceConnection } from '../../src/trace/trace-connection';

const damaged = damagedSet.map((set) => readDocuments(asText(set), 'damaged.yaml').objects);

const CLIENT = { clientNamespace: 'shop', clientLabels: { app: 'web' } };

test('every connection ends in a way that can be told, whatever the manifests hold, and its shares are the whole', () => {
  fc.assert(fc.property(damaged, fc.constantFrom('pod' as const, 'node' as const, 'external' as const), fc.constantFrom('TCP', 'UDP'), (objects, from, protocol) => {
    const network = networkOf({ objects }, {});
    const listeners = listenersIn(objects.map(({ object }) => object));
    const wanted = [
      ...network.services.flatMap(({ namespace, name, ports }) => [{ port: 9 }, ...ports].map(({ port = 0 }) => ({ target: `${namespace}/${name}`, listenPort: port }))),
      ...listeners.map(({ dataPlane, listenPort }) => ({ target: dataPlane, listenPort })),
      ...gatewaysOf(network).flatMap((gateway) => [{ port: 9 }, ...gateway.listeners].map(({ port = 0 }) => ({ target: `gateway/${gateway.namespace}/${gateway.name}`, listenPort: port }))),
    ];
    for (const connection of wanted) {
      try {
        const trace = traceConnection({ ...connection, protocol, from, zone: 'zone-a', node: 'worker-1', ...from === 'pod' ? CLIENT : {} }, network, listeners);
        expect(renderTrace(trace)).not.toMatch(/\bundefined\b|\[object |NaN/);
        const shares = trace.outcomes.map(({ share }) => share);
        expect(shares).not.toHaveLength(0);
        if (!shares.includes(undefined)) expect(shares.reduce((sum, share) => sum! + share!, 0)).toBeCloseTo(1);
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
      }
    }
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 150) });
});

test('every graph can be drawn, whatever the manifests hold', () => {
  fc.assert(fc.property(damaged, (objects) => {
    const graph = graphOf(networkOf({ objects }, {}), listenersIn(objects.map(({ object }) => object)));
    const known = new Set(graph.nodes.map(({ id }) => id));
    graph.edges.forEach(({ from, to }) => expect([known.has(from.id), known.has(to.id)]).toEqual([true, true]));
    expect(`${renderMermaid(graph)}${renderDot(graph)}`).not.toMatch(/\bundefined\b|\[object |NaN/);
  }), { numRuns: Number(process.env.FUZZ_RUNS ?? 150) });
});
