import { fullName } from '../controller';
import { configMapFlag, configMapOf } from '../stream-config-map';
import type { StreamProtocol } from '../stream-grammar';
import type { Rule } from './rule';

/** Each data plane writes all entries of a ConfigMap, so no two may share one. */
export const ownConfigMap: Rule = ({ protocol }, { controller, otherWriter }) => {
  const { type, name } = controller;
  const flag = configMapFlag(type, protocol);
  if (flag === undefined) return undefined;
  const configMap = configMapOf(controller, protocol as StreamProtocol);
  const writer = otherWriter(configMap);
  return writer === undefined ? undefined : {
    field: 'protocol',
    fact: `the controller ${fullName(controller)} reads its ${protocol} entries from ConfigMap ${fullName(configMap)}, which '${writer}' writes to`,
    why: 'both controllers would open the ports of both, and the ConfigMap that is applied last would replace the other',
    fix: `let it read one of its own, with --${flag}=${configMap.namespace}/${name}-${configMap.name} among its arguments`,
    see: type.pages.guide,
  };
};
