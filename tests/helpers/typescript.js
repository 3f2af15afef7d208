/**
 * Lets a process that a test starts run TypeScript: `node -r tests/helpers/typescript.js driver.ts`.
 * Only a process of its own can be killed, and the sources it runs are the ones under test.
 */
const { readFileSync } = require('node:fs');
const { transformSync } = require('@swc/core');

require.extensions['.ts'] = (module, file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  });
  module._compile(code, file);
};
