import { moduleFile, type GoModule } from './module-file';

const upstream: GoModule = {
  Go: '1.20',
  Require: [{ Path: 'k8s.io/api', Version: 'v0.0.0' }, { Path: 'github.com/google/uuid', Version: 'v1.3.0' }],
  Replace: [
    { Old: { Path: 'k8s.io/api' }, New: { Path: './staging/src/k8s.io/api' } },
    { Old: { Path: 'github.com/google/uuid' }, New: { Path: 'github.com/google/uuid', Version: 'v1.2.0' } },
  ],
};

test('folders of the repository are replaced by what was published of them', () => {
  expect(moduleFile({ Path: 'k8s.io/kubernetes', Version: 'v1.27.4' }, upstream, 'v0.27.4')).toBe(`module local/e2e
go 1.20
require k8s.io/kubernetes v1.27.4
require github.com/google/uuid v1.3.0
replace k8s.io/api => k8s.io/api v0.27.4
replace github.com/google/uuid => github.com/google/uuid v1.2.0
`);
});

test('a module that names the versions of its folders needs no replacement', () => {
  expect(moduleFile({ Path: 'go.etcd.io/etcd/server/v3', Version: 'v3.5.21' }, upstream)).not.toContain('replace k8s.io/api');
});
