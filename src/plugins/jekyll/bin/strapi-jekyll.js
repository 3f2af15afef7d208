#!/usr/bin/env node
'use strict';
const { main } = require('../dist/cli/index.js');

main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
  // Strapi leaves timers behind that would keep a finished command waiting.
  process.stdout.write('', () => process.exit());
});
