/** Jest projects: `unit` knows no Strapi, `integration` boots the built app, `kramdown` asks the real one. */
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
  // Written in modules of a kind that Jest does not load.
  transformIgnorePatterns: ['/node_modules/(?!fractional-indexing/)'],
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '/plugins/jekyll/dist/'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.tmp/'],
};

module.exports = {
  // Most tests wait for processes and disks of their own: one worker less than cores leaves one idle.
  maxWorkers: '100%',
  // Booted Strapis leave their modules behind: a worker that has seen many collects garbage most of the time.
  workerIdleMemoryLimit: '1GB',
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
    {
      ...shared,
      displayName: 'kramdown',
      testMatch: ['<rootDir>/tests/kramdown/**/*.test.ts'],
      // parse5 is written in modules of a kind that Jest does not load.
      transformIgnorePatterns: ['/node_modules/(?!(?:parse5|entities)/)'],
    },
  ],
};
