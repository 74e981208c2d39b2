import { onEachVersion } from './each-version';

const service = (ports: unknown[]) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' }, spec: { ports } });

onEachVersion((cluster, version) => {
  test('is of the version that was asked for, and says what it makes of an object', async () => {
    expect(await cluster().apply(service([{ port: 80 }]), { dryRun: true })).toMatchObject({
      accepted: true,
      warnings: [],
      object: { spec: { ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }] } },
    });
    expect(version).toContain(cluster().version);
  });

  test('stores nothing in a dry run', async () => {
    await cluster().apply(service([{ port: 80 }]), { dryRun: true });
    expect(await cluster().read(service([]))).toBeUndefined();
  });

  test('refuses a field that it does not know', async () => {
    expect(await cluster().apply(service([{ port: 80, targetport: 8080 }]))).toMatchObject({ accepted: false, message: expect.stringContaining('targetport') });
  });

  test('refuses a value that is not valid', async () => {
    expect(await cluster().apply(service([{ port: 0 }]))).toMatchObject({ accepted: false, status: 422, reason: 'Invalid', message: expect.stringContaining('spec.ports[0].port') });
  });

  test('refuses a kind that it does not have', async () => {
    expect(await cluster().apply({ apiVersion: 'example.org/v1', kind: 'Nothing', metadata: { name: 'it' } })).toMatchObject({ accepted: false, status: 404 });
  });
});
