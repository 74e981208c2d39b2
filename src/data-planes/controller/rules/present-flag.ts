import { fullName } from '../controller';
import { flagValue } from '../flags';
import { configMapFlag, configMapOf } from '../stream-config-map';
import type { StreamProtocol } from '../stream-grammar';
import type { Rule } from './rule';

/** Where someone else applies the controller, nobody adds the flag to it. */
export const presentFlag: Rule = ({ protocol }, { controller, appliesWorkload }) => {
  const { type } = controller;
  const flag = configMapFlag(type, protocol);
  if (appliesWorkload || flag === undefined || flagValue(controller.words, flag)) return undefined;
  const { namespace, name } = configMapOf(controller, protocol as StreamProtocol);
  return {
    field: 'protocol',
    fact: `the controller ${fullName(controller)} is started without --${flag}`,
    why: 'it reads no ConfigMap of that protocol and says nothing about it; this app does not apply the controller and cannot add the flag',
    fix: `have --${flag}=${namespace}/${name} added where the controller is deployed, then to args here`,
    see: type.pages.guide,
  };
};
