import { referenceText } from '../../../model/forward';
import type { Rule } from '../../controller/rules/rule';
import { isInteger } from '../stream-entry';

/** The controller takes a name made of digits for a number. */
export const numericName: Rule = ({ backend }) => {
  const { servicePort } = backend;
  return typeof servicePort !== 'string' || !isInteger(servicePort) ? undefined : {
    field: 'backend',
    fact: `the port name "${servicePort}" in ${referenceText(backend)} is a number to the controller`,
    why: `it would look for a Service port with the number ${Number(servicePort)}, not with that name`,
    fix: 'give servicePort, the number of the port, instead of servicePortName',
    see: 'https://github.com/kubernetes/ingress-nginx/blob/controller-v1.15.1/internal/ingress/controller/controller.go',
  };
};
