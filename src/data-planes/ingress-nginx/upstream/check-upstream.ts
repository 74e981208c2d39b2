import type { Inspection } from '../../../service-spec/inspection';
import { capabilityFault } from '../../../values/capability-fault';
import { checkAwsTlsTermination, type AwsTlsTerminationOptions } from '../aws-tls-termination';
import { parseProvider, type IngressNginxProvider } from '../provider';

/** Whether the last upstream release can be installed as asked. */
export function checkUpstream(provider: IngressNginxProvider, options: AwsTlsTerminationOptions, { problems, version }: Inspection): void {
  problems.parse('provider', parseProvider, provider);
  checkAwsTlsTermination(provider, options, problems);
  // Its Service asks for ipFamilies and ipFamilyPolicy, the youngest of its fields.
  const fault = capabilityFault('dual stack', version, 'give the manifest of an older release: IngressNginxController.manifest(\'deploy.yaml\')');
  if (fault) problems.add('controller', fault);
}
