import { readFileSync, writeFileSync } from 'fs';
import { join } from 'path';
import { App, Chart, Testing, Yaml } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { EXAMPLE_NAMES, EXAMPLES, synthesizeExample } from './synthesize-example';
import { IngressNginx } from '../../src';

/** A golden file; with GOLDEN=update it is written anew. */
function golden(example: string, file: string, received: string): string {
  const path = join(EXAMPLES, example, 'golden', file);
  if (process.env.GOLDEN === 'update') writeFileSync(path, received);
  return readFileSync(path, 'utf8');
}

test.each(EXAMPLE_NAMES)('%s writes its golden YAML', (example) => {
  const files = [...synthesizeExample(example)].filter(([file]) => file !== 'ingress-nginx.k8s.yaml');
  expect(files.length).toBeGreaterThan(0);
  files.forEach(([file, text]) => expect(text).toBe(golden(example, file, text)));
});

test('one-ip-many-tcp-services changes what is needed of the controller, and nothing else', () => {
  const written = objectsIn(synthesizeExample('one-ip-many-tcp-services').get('ingress-nginx.k8s.yaml')!);
  const chart = new Chart(new App(), 'ingress-nginx');
  new IngressNginx(chart, 'nginx');
  const untouched = Testing.synth(chart).map((object) => JSON.stringify(object));
  const changed = written.filter((object) => !untouched.includes(JSON.stringify(object))).map(shortened);
  const text = Yaml.stringify(...changed);
  expect(text).toBe(golden('one-ip-many-tcp-services', 'ingress-nginx.changed-objects.yaml', text));
});

test('the services are the same on the Gateway API', () => {
  const [onIngressNginx, onGatewayApi] = ['one-ip-many-tcp-services', 'one-ip-many-tcp-services-gateway-api'].map((example) => synthesizeExample(example).get('services.k8s.yaml'));
  expect(onGatewayApi).toBe(onIngressNginx);
});

function objectsIn(text: string): any[] {
  return parseAllDocuments(text, { version: '1.1' }).map((document) => document.toJS());
}

/** Of the Deployment, the arguments of its container. */
function shortened(object: any): any {
  if (object.kind !== 'Deployment') return object;
  const containers = object.spec.template.spec.containers.map(({ name, args }: any) => ({ name, args }));
  return { apiVersion: object.apiVersion, kind: object.kind, metadata: { name: object.metadata.name }, spec: { template: { spec: { containers } } } };
}
