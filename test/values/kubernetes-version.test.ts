import { App, Chart } from 'cdk8s';
import { KubernetesVersion } from '../../src';

const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it was accepted');
};

test.each(['1.31', 'v1.31', 'v1.31.4', 'v1.31.4-gke.1183000', '1.31+'])('%s is Kubernetes 1.31', (text) => {
  expect(`${KubernetesVersion.of(text)}`).toBe('1.31');
});

test('every known version has its constant', () => {
  for (let minor = 17; minor <= 36; minor++) {
    const constant = (KubernetesVersion as unknown as Record<string, KubernetesVersion>)[`V1_${minor}`];
    expect(constant.minor).toBe(minor);
    expect(KubernetesVersion.of(`1.${minor}`)).toEqual(constant);
  }
});

test('versions are compared as numbers', () => {
  expect(KubernetesVersion.V1_31.isAtLeast(KubernetesVersion.V1_31)).toBe(true);
  expect(KubernetesVersion.V1_31.isAtLeast(KubernetesVersion.V1_32)).toBe(false);
});

test.each(['1.16', '1.37', '2.0', 'latest', '', '31', '1.x'])('refused: %p as a version', (text) => {
  expect(messageOf(() => KubernetesVersion.of(text))).toMatchSnapshot();
});

test('refused: a version for what is already made', () => {
  const app = new App();
  new Chart(app, 'shop');
  expect(messageOf(() => KubernetesVersion.V1_31.useIn(app))).toMatchSnapshot();
});
