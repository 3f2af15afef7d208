/** Programs that tests need beside Node and Git, and how to get them. */
import { capture, run } from './lib.mjs';

const PACKAGES = {
  jekyll: ['jekyll'],
  polyglot: ['ruby-jekyll-polyglot'],
  chromium: ['chromium'],
  postgres: ['postgresql'],
};

/** What tells that something is there which is no program of its own. */
const PROBES = {
  polyglot: ['gem', 'list', '--installed', 'jekyll-polyglot'],
  // Debian keeps the server out of the path.
  postgres: ['sh', '-c', 'ls /usr/lib/postgresql/*/bin/initdb'],
};

const has = async (program) => {
  const [command, ...args] = PROBES[program] ?? [program, '--version'];
  return capture(command, args).then(
    ({ code }) => code === 0,
    () => false,
  );
};

/** Debian or Ubuntu, as root: the one place where installing needs no question. */
async function aptWorks() {
  return process.getuid?.() === 0 && (await has('apt-get'));
}

/**
 * Installs what is missing where apt works. Elsewhere the tests that need it are reported as
 * skipped, by name; with CI=true a missing program is a failure.
 *
 * @returns the programs that are still missing
 */
export async function ensurePrograms(programs) {
  const missing = [];
  for (const program of programs) {
    if (await has(program)) continue;
    const packages = PACKAGES[program];
    if (await aptWorks()) {
      process.stderr.write(`\n> install ${program}\n`);
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
      await run('apt-get', ['update', '-qq'], quiet).catch(() => undefined);
      await run(
        'apt-get',
        ['install', '-y', '-qq', '--no-install-recommends', ...packages],
        quiet,
      ).catch(() => undefined);
      if (await has(program)) continue;
    }
    const command = `sudo apt-get install ${packages.join(' ')}`;
    if (process.env.CI === 'true')
      throw new Error(`${program} is missing. Install it with: ${command}`);
    process.stderr.write(
      `\n${program} is missing: the tests that need it are skipped. Install it with: ${command}\n`,
    );
    missing.push(program);
  }
  return missing;
}
