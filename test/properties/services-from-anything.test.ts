import { App, Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { CONSTRUCTS } from './services';
import * as l4 from '../../src';

type Maker = new (scope: Construct, id: string, props: never) => Construct;


/** Values that a field may get from plain JavaScript, from JSON or from YAML. */
const anything = fc.oneof(
  fc.anything({ withBigInt: true, withNullPrototype: true, withDate: true, maxDepth: 2 }),
  fc.constantFrom(undefined, null, '', '80', 80, 0, -1, NaN, true, 'true', 'None', 'Local', '10.0.0.0/8', '1.31', [], {}, [[]], [null], ['x'], [80]),
  fc.constantFrom([{ servicePort: '80' }], [{ servicePort: 80, protocol: 'tcp' }], [{ name: 'sql', targetPort: '5432' }], [{ servicePort: 80, targetPort: 'http' }]),
);

const SOUND = { selector: l4.PodSelector.labels({ app: 'web' }), externalName: 'db.example.com', image: 'web' };

const FIELDS = [
  'selector', 'ports', 'metadata', 'kubernetesVersion', 'publishNotReadyAddresses', 'ipFamilies', 'ipFamilyPolicy', 'clusterIp', 'sessionAffinity',
  'internalTrafficPolicy', 'externalTrafficPolicy', 'nodePortRange', 'sourceRanges', 'loadBalancerClass', 'allocateLoadBalancerNodePorts', 'loadBalancer',
  'externalName', 'image', 'replicas', 'command', 'args', 'envVariables', 'labels', 'readiness', 'podManagementPolicy', 'container', 'pod',
];

const wild = fc.oneof(anything, fc.dictionary(fc.constantFrom(...FIELDS), anything, { maxKeys: 4 }).map((fields) => ({ ...SOUND, ...fields })));

/** The message of a refusal, or nothing where the props were accepted. */
function refusalOf(make: Maker, props: unknown): string | undefined {
  try {
    new make(new Chart(new App(), 'shop'), 'web', props as never);
    return undefined;
  } catch (error) {
    if ((error as Error).name !== 'InputError') throw error;
    return (error as Error).message;
  }
}

test.each<[string, Maker]>(Object.entries(CONSTRUCTS))('%s accepts what it is given or says what is wrong with it', (_name, make) => {
  fc.assert(fc.property(wild, (props) => {
    const message = refusalOf(make, props);
    if (message === undefined) return;
    expect(message.match(/^ {2}fix {2}\S/gm)?.length).toBe(message.match(/^ {2}at {3}\S/gm)?.length);
    expect(message).not.toMatch(/\bundefined\b|TypeError|\[object/);
  }), { numRuns: 500 });
});
