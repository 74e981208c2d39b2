import { ApiObject, App, Chart, JsonPatch, Lazy, Testing, type ResolutionContext } from 'cdk8s';
import * as fc from 'fast-check';
import { keepsPlainData, PlainApiObject, plainRendering } from '../../src/kube/plain-rendering';

const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('name', 'labels', 'resolve', 'constructor')), tie('any'), { maxKeys: 4 }),
}));

function objectOf(props: object): ApiObject {
  return new ApiObject(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'Service', ...props });
}

const props = fc.tuple(value.map, value.map).map(([metadata, others]) => (
  { ...others, apiVersion: 'v1', kind: 'Service', metadata: { ...metadata, name: 'orders', labels: { b: 'x', a: 'y' } } }));

/** What an object is written as, or what is said of one that cannot be written. */
function written(apiObject: ApiObject): string {
  try {
    return JSON.stringify(apiObject.toJson());
  } catch (error) {
    return `${error}`;
  }
}

test('plain data is read as cdk8s writes it', () => {
  fc.assert(fc.property(props, (made) => {
    const apiObject = objectOf(made);
    const read = plainRendering(apiObject);
    if (read !== undefined) expect(read).toStrictEqual(apiObject.toJson());
  }));
});

test('a plain object is written word for word as cdk8s writes it', () => {
  fc.assert(fc.property(props, (made) => {
    expect(written(new PlainApiObject(Testing.chart(), 'object', made))).toBe(written(objectOf(made)));
  }));
});

test.each<[string, (apiObject: ApiObject) => void]>([
  ['a label', ({ metadata }) => metadata.addLabel('app', 'orders')],
  ['a late annotation', ({ metadata }) => metadata.addAnnotation('note', Lazy.any({ produce: () => 'late' }))],
  ['a patch', (apiObject) => apiObject.addJsonPatch(JsonPatch.replace('/spec/ports/0/port', 81))],
])('a plain object is written with %s that is added later', (_, change) => {
  const [plain, usual] = [PlainApiObject, ApiObject].map((Kind) => new Kind(Testing.chart(), 'object', {
    apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { type: undefined, ports: [{ port: 80, name: undefined }] },
  }));
  [plain, usual].forEach(change);
  expect(written(plain)).toBe(written(usual));
});

test('what is done to a manifest does not change the object', () => {
  const plain = new PlainApiObject(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { ports: [{ port: 80 }] } });
  const before = written(plain);
  const manifest = plain.toJson() as { metadata: { name: string }; spec: { ports: unknown[] } };
  manifest.metadata.name = 'other';
  manifest.spec.ports.pop();
  expect(written(plain)).toBe(before);
});

test('an app that sorts nothing gets the order of cdk8s', () => {
  process.env.CDK8S_DISABLE_SORT = 'true';
  try {
    const made = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { type: 'ClusterIP', ports: [{ port: 80, name: 'http' }] } };
    expect(written(new PlainApiObject(Testing.chart(), 'object', made))).toBe(written(objectOf(made)));
  } finally {
    delete process.env.CDK8S_DISABLE_SORT;
  }
});

test('plain data is found to be plain', () => {
  expect(plainRendering(objectOf({ metadata: { name: 'orders' }, spec: { ports: [{ port: 80 }] } }))).toBeDefined();
});

test('what is added to the metadata later is read', () => {
  const apiObject = objectOf({ metadata: { name: 'orders' } });
  apiObject.metadata.addLabel('app', 'orders');
  apiObject.metadata.add('generateName', 'orders-');
  expect(plainRendering(apiObject)).toEqual(apiObject.toJson());
});

class Rendered extends ApiObject {
  public toJson(): any {
    return { ...super.toJson(), spec: {} };
  }
}

test.each([
  ['a late value', () => objectOf({ spec: Lazy.any({ produce: () => ({}) }) })],
  ['a patch', () => {
    const apiObject = objectOf({});
    apiObject.addJsonPatch(JsonPatch.add('/spec', {}));
    return apiObject;
  }],
  ['a rendering of its own', () => new Rendered(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'Service' })],
  ['a class', () => objectOf({ spec: new Date(0) })],
  ['a token', () => objectOf({ spec: { resolve: () => 1 } })],
])('only cdk8s can tell of an object with %s', (_, make) => {
  expect(plainRendering(make())).toBeUndefined();
});

test('an app with resolvers of its own is asked about every value', () => {
  const resolvers = [{ resolve: (context: ResolutionContext) => context.value === 80 && context.replaceValue(81) }];
  const inApps = [new App(), new App({ resolvers })].map((app) => new PlainApiObject(new Chart(app, 'chart'), 'object', {
    apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] },
  }));
  expect(inApps.map(keepsPlainData)).toEqual([true, false]);
  expect(inApps.map((apiObject) => (apiObject.toJson() as { spec: unknown }).spec)).toEqual([{ ports: [{ port: 80 }] }, { ports: [{ port: 81 }] }]);
});
