/** Type check of every part: the application, its admin shell, the plugin's parts, the tests. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { bin, root, run } from './lib.mjs';

const plugin = 'src/plugins/jekyll';
const projects = [
  'tsconfig.json',
  'src/admin/tsconfig.json',
  'tests/tsconfig.json',
  ...['core', 'server', 'cli', 'admin'].map((part) => `${plugin}/${part}/tsconfig.json`),
];
try {
  for (const project of projects) {
    if (!existsSync(path.join(root, project))) throw new Error(`${project} is missing`);
    process.stderr.write(`> tsc ${project}\n`);
    await run(process.execPath, [bin('tsc'), '-p', project, '--noEmit']);
  }
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
