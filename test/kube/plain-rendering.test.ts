import { ApiObject, App, Chart, JsonPatch, Lazy, Testing } from 'cdk8s';
import * as fc from 'fast-check';
import { keepsPlainData, plainRendering } from '../../src/kube/plain-rendering';

const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(undefined), tie('list'), tie('map')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  map: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('name', 'labels', 'resolve', 'constructor')), tie('any'), { maxKeys: 4 }),
}));

function objectOf(props: object): ApiObject {
  return new ApiObject(Testing.chart(), 'object', { apiVersion: 'v1', kind: 'Service', ...props });
}

test('plain data is read as cdk8s writes it', () => {
  fc.assert(fc.property(value.map, value.map, (metadata, others) => {
    const apiObject = objectOf({ ...others, apiVersion: 'v1', kind: 'Service', metadata: { ...metadata, name: 'orders', labels: { b: 'x', a: 'y' } } });
    const read = plainRendering(apiObject);
    if (read !== undefined) expect(JSON.stringify(read)).toBe(JSON.stringify(apiObject.toJson()));
  }));
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
  expect([keepsPlainData(new App()), keepsPlainData(new App({ resolvers: [{ resolve: () => undefined }] })), keepsPlainData(new Chart(new App(), 'chart'))])
    .toEqual([true, false, false]);
});
