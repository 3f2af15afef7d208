/** Jest projects: `unit` knows no Strapi, `integration` boots the built app, `blog` runs a real Jekyll. */
const transform = {
  '^.+\\.(t|j)sx?$': [
    '@swc/jest',
    {
      jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
      module: { type: 'commonjs' },
    },
  ],
};
const shared = {
  transform,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '/plugins/jekyll/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tmp/'],
};

module.exports = {
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/src/**/*.test.ts',
        '<rootDir>/src/**/*.test.tsx',
        '<rootDir>/scripts/**/*.test.ts',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
      // Booting Strapi takes seconds, on a busy machine many.
      testTimeout: 120_000,
      globalSetup: '<rootDir>/tests/helpers/global-setup.ts',
    },
  ],
};
