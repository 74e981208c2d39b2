import type { Check } from '../../src/checks/check';
import { runChecks } from '../../src/checks/run-checks';
import { buildNetwork } from '../../src/model/build-network';
import { KubernetesVersion } from '../../src/values/kubernetes-version';

const service = { object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } }, origin: { placeOf: () => undefined } };
const network = buildNetwork([service], { version: KubernetesVersion.V1_27, defaultNamespace: 'default', unreadable: [] });
const worded = jest.fn(() => 'nothing is known of its Pods');

const doubtful: Check = {
  name: 'doubtful',
  severity: 'error',
  summary: '',
  why: '',
  see: '',
  run: ({ services }) => services.map((object) => ({ object, cannotTell: worded })),
};

test('doubts are put into words only where they are wanted', () => {
  expect(runChecks([doubtful], network, 'warning').cannotTell).toEqual([]);
  expect(worded).not.toHaveBeenCalled();
  expect(runChecks([doubtful], network).cannotTell).toMatchObject([{ check: 'doubtful', reason: 'nothing is known of its Pods' }]);
});
