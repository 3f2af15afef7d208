/** What the project's scripts share. Plain Node: they run before anything is installed. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamps = path.join(root, 'node_modules', '.jekyll-cms');

/** Runs a program with its output shown; rejects with its name and status. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new StepError(command, args, code ?? signal));
    });
  });
}

/** Runs a program and returns its status and output; stderr is shown only when asked for. */
export function capture(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (data) => (stdout += data));
    child.stderr.on('data', (data) => (stderr += data));
    child.on('error', reject);
    child.on('exit', (code) => resolve({ code, stdout, stderr }));
  });
}

export class StepError extends Error {
  constructor(command, args, status) {
    super(`"${[command, ...args].join(' ')}" ended with ${status}`);
    this.status = typeof status === 'number' ? status : 1;
  }
}

/** Scripts of installed packages, to be run with this very Node on every system. */
const PROGRAMS = {
  eslint: 'eslint/bin/eslint.js',
  jest: 'jest/bin/jest.js',
  prettier: 'prettier/bin/prettier.cjs',
  strapi: '@strapi/strapi/bin/strapi.js',
  tsc: 'typescript/bin/tsc',
};
export const bin = (name) => path.join(root, 'node_modules', ...PROGRAMS[name].split('/'));
export const commandLine = path.join(root, 'src', 'plugins', 'jekyll', 'bin', 'strapi-jekyll.js');

function* filesUnder(at) {
  if (!existsSync(at)) return;
  if (statSync(at).isFile()) {
    yield at;
    return;
  }
  for (const entry of readdirSync(at, { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (['node_modules', 'dist', 'build', '.tmp', '.strapi'].includes(entry.name)) continue;
    if (/\.test\.tsx?$/.test(entry.name)) continue;
    yield* filesUnder(path.join(at, entry.name));
  }
}

/** Digest of the contents of files and folders, given relative to the project. */
export function digest(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesUnder(path.join(root, place))) {
      hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Runs a step unless it ran already on the same inputs and its result is still there.
 * @returns whether it ran
 */
export async function step({ name, inputs, result, work }) {
  const stamp = path.join(stamps, name);
  const now = digest(inputs);
  const done = existsSync(path.join(root, result)) && existsSync(stamp);
  if (done && readFileSync(stamp, 'utf8') === now) return false;
  process.stderr.write(`\n> ${name}\n`);
  await work();
  mkdirSync(stamps, { recursive: true });
  // Taken again: an install may have touched its own inputs.
  writeFileSync(stamp, digest(inputs));
  return true;
}
