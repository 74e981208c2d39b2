module.exports = {
  rootDir: '..',
  testMatch: ['<rootDir>/e2e/**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: '<rootDir>/e2e/tsconfig.json' }] },
  moduleNameMapper: { '^cdk8s-l4$': '<rootDir>/src' },
  setupFiles: ['<rootDir>/test/repeatable-cases.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // The servers of a version start in seconds, but not on a machine that is busy.
  testTimeout: 120_000,
};
