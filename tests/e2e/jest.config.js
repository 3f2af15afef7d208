/**
 * Drives the built admin panel in Chromium: needs `strapi build` and a Chromium on the PATH.
 * `npm test` takes the shortest journeys, `npm run test:browser` all.
 */
const SHORT = ['fields', 'jekyll-page', 'preview'];
const names = process.env.JEKYLL_CMS_JOURNEYS === 'short' ? SHORT : ['**/*'];

module.exports = {
  displayName: 'e2e',
  testEnvironment: 'node',
  testMatch: names.map((name) => `<rootDir>/${name}.test.ts`),
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
};
