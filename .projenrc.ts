import { cdk8s, javascript } from 'projen';

const repository = 'https://github.com/cdk8s-l4/cdk8s-l4';

const project = new cdk8s.ConstructLibraryCdk8s({
  name: 'cdk8s-l4',
  description: 'Publish TCP and UDP services from a cdk8s app, correctly, on the Kubernetes version and data plane you run.',
  author: 'cdk8s-l4 contributors',
  authorAddress: 'cdk8s-l4@users.noreply.github.com',
  authorOrganization: true,
  copyrightOwner: 'cdk8s-l4 contributors',
  copyrightPeriod: '2026',
  repositoryUrl: `${repository}.git`,
  homepage: repository,
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  keywords: ['cdk8s', 'kubernetes', 'k8s', 'layer4', 'tcp', 'udp', 'ingress-nginx', 'service', 'endpointslice', 'topology'],

  // The floor is what cdk8s-plus-27 2.9.5 itself asks for; 2.68.11 was never published. See docs/decisions/0002.
  cdk8sVersion: '2.68.12',
  constructsVersion: '10.3.0',
  peerDeps: ['cdk8s-plus-27@^2.9.5'],
  peerDependencyOptions: { pinnedDevDependency: false },
  bin: { 'cdk8s-l4': 'lib/cli/bin.js' },
  bundledDeps: ['ipaddr.js@^2.5.0', 'yaml@^2.9.1'],
  devDeps: [
    'cdk8s@2.70.106',
    'constructs@10.8.1',
    'cdk8s-plus-27@2.9.5',
    'cdk8s-plus-33@^2.5.57',
    'cdk8s-plus-34@^2.0.54',
    'cdk8s-cli@^2.207.60',
    'fast-check@^4.10.2',
    'ajv@^8.20.0',
    'ajv-draft-04@^1.0.0',
    'ajv-formats@^3.0.1',
    '@microsoft/jest-sarif@1.0.0-beta.0',
    '@xmldom/xmldom@^0.9.12',
  ],

  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.16.0',
  jsiiVersion: '~6.0.0',
  typescriptVersion: '~6.0.0',
  projenrcTs: true,
  typecheckTests: true,
  sampleCode: false,
  // No coverage by default: it doubles the time of the inner loop. `npx jest --coverage` collects it.
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      coverageReporters: ['text', 'lcov'],
      snapshotSerializers: ['<rootDir>/test/manifest-serializer.ts', '<rootDir>/test/refusal-serializer.ts'],
      setupFiles: ['<rootDir>/test/repeatable-cases.ts'],
      moduleNameMapper: { '^cdk8s-l4$': '<rootDir>/src' },
      testPathIgnorePatterns: ['/node_modules/', '/test/package/', '/test/fixtures/'],
    },
  },
  github: false,
  depsUpgrade: false,
  release: false,
  pullRequestTemplate: false,
  gitignore: ['/examples/*/dist/', '/.cache/'],
});

project.testTask.insertStep(1, { name: 'Type-check the end-to-end tests', exec: 'tsc --noEmit -p e2e/tsconfig.json' });

// unrs-resolver 1.13 (of jest 30) asks for platform bindings that npm does not hold, which makes `npm ci` refuse the lock file.
project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.tasks.addEnvironment('JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION', '20');
project.compileTask.reset('jsii --silence-warnings=reserved-word --silence-warnings=missing-dev-dependency');
project.compileTask.exec('node scripts/lazy-index.js');
project.compileTask.exec('node scripts/bundle-checks.js');
project.setScript('prepare', 'projen compile && node scripts/link-self.js');

project.addTask('demo', {
  description: 'Synthesize the example apps and say what each one publishes',
  steps: [{ exec: 'node scripts/demo.js' }],
});
project.addTask('bench', {
  description: 'Compare synthesis with raw ApiObjects and cdk8s-plus-27',
  steps: [{ exec: 'node bench/bench.js', receiveArgs: true }],
});
project.addTask('bench:check', {
  description: 'Time and memory of the checks on sets of growing size, and beside other tools that are on the PATH',
  steps: [{ exec: 'node bench/check.js', receiveArgs: true }],
});
project.addTask('bench:defects', {
  description: 'Break the manifests of the given folders in known ways and count who notices: the checks, and other tools that are on the PATH',
  steps: [{ exec: 'node bench/defects.js', receiveArgs: true }],
});
project.addTask('fuzz', {
  description: 'All property tests with other cases than usual; FUZZ_RUNS is the number of cases of any input at all',
  env: { FUZZ_RUNS: '20000' },
  steps: [{ exec: 'jest --ci test/properties test/model' }],
});
project.addTask('test:fixtures', {
  description: 'Tests over upstream manifests that are not part of this repository: CDK8S_L4_SHARED names their folder',
  steps: [{ exec: 'jest --ci --testPathIgnorePatterns=/node_modules/ --runTestsByPath $(find test/fixtures -name "*.test.ts")' }],
});
project.addTask('test:package', {
  description: 'Install the packed tarball in a scratch app and synthesize it',
  steps: [{ exec: 'node scripts/test-package.js' }],
});
project.addTask('e2e', {
  description: 'What the library writes, on real API servers: npm run e2e -- [--versions=1.27,1.33] [--cluster] [arguments of jest]',
  steps: [{ exec: 'ts-node --transpile-only --project e2e/tsconfig.json e2e/main.ts', receiveArgs: true }],
});
project.addTask('verify', {
  description: 'Everything a contributor must see green',
  steps: [
    { exec: 'node scripts/verify.js' },
  ],
});
for (const task of ['demo', 'bench', 'bench:check', 'bench:defects', 'fuzz', 'test:fixtures', 'test:package', 'e2e', 'verify']) {
  project.setScript(task, `projen ${task}`);
}

for (const path of ['/.cache/', '/examples/', '/docs/*', '/scripts/', '/bench/', '/e2e/', '/ARCHITECTURE.md', '/CONTRIBUTING.md', '/.ci/']) {
  project.npmignore?.exclude(path);
}
// `cdk8s-l4 check --explain` shows the pages of the checks.
project.npmignore?.include('/docs/checks/');

project.eslint?.addRules({
  'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  'complexity': ['error', 10],
  'no-console': 'error',
  'import/no-cycle': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  'no-restricted-properties': ['error',
    { object: 'Math', property: 'random', message: 'output is deterministic: same app, same bytes' },
    { object: 'Date', property: 'now', message: 'output is deterministic: same app, same bytes' }],
});
project.eslint?.addLintPattern('e2e');
project.eslint?.allowDevDeps('e2e/**');
project.eslint?.addOverride({
  files: ['test/**/*.ts', 'e2e/**/*.ts'],
  rules: { 'max-lines': 'off', 'max-lines-per-function': 'off', '@typescript-eslint/no-explicit-any': 'off' },
});

project.eslint?.addOverride({
  // A list of all checks, written by scripts/list-checks.js.
  files: ['src/checks/all.ts'],
  rules: { 'max-lines': 'off' },
});

// Sources beside the code would be three quarters of the package.
for (const option of ['inlineSourceMap', 'inlineSources']) {
  project.tryFindObjectFile('tsconfig.json')?.addOverride(`compilerOptions.${option}`, false);
}

project.synth();
