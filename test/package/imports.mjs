// Named imports and the namespace, as an application that is an ES module writes them.
import * as l4 from 'cdk8s-l4';
import { ClusterIpService, MultiPortTcpIngress, Protocol } from 'cdk8s-l4';

for (const [name, value] of Object.entries({ ClusterIpService, MultiPortTcpIngress, Protocol })) {
  if (value === undefined || l4[name] !== value) throw new Error(`${name} is not exported`);
}
process.stdout.write(`${Object.keys(l4).length}`);
