import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type * as StrapiModule from '@strapi/strapi';
import type { Core } from '@strapi/strapi';
import type { ChecksService } from '../../contracts/checks';
import type { BlogService } from '../../contracts/service';
import { UsageError } from './usage-error';

export interface BootedCms {
  readonly blog: BlogService;
  readonly checks: ChecksService;
  close(): Promise<void>;
}

/**
 * Boots the Strapi project at `appDir` without HTTP, on the database that its environment names.
 * A TypeScript project is compiled where it has no build yet.
 *
 * @throws {UsageError} where there is no Strapi project, or one without the plugin, or with a
 *   configuration of it that is wrong
 */
export async function bootCms(appDir: string): Promise<BootedCms> {
  if (!existsSync(path.join(appDir, 'package.json'))) {
    throw new UsageError(`${appDir} is no Strapi project: it has no package.json.`);
  }
  process.chdir(appDir);
  process.env['STRAPI_TELEMETRY_DISABLED'] ??= 'true';
  // Lets the server part know that no schedule and no watcher is wanted.
  process.env['JEKYLL_CLI'] = 'true';

  const { compileStrapi, createStrapi } = loadStrapi();
  const distDir = path.join(appDir, 'dist');
  const typescript = existsSync(path.join(appDir, 'tsconfig.json'));
  const built = existsSync(path.join(distDir, 'config'));
  const dirs = !typescript
    ? { appDir, distDir: appDir }
    : built
      ? { appDir, distDir }
      : await compileStrapi({ appDir });

  const listeners = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') };
  const strapi: Core.Strapi = createStrapi({ ...dirs, serveAdminPanel: false });
  // Strapi's own handlers end the process at once; ours let the current post be finished.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    for (const listener of listeners[signal]) process.on(signal, listener);
  }
  strapi.log.level = 'error';
  await strapi.load().catch((error: unknown) => {
    throw ofConfiguration(error);
  });
  strapi.log.level = 'error';
  const plugin = strapi.plugin('jekyll');
  if (!plugin) {
    await strapi.destroy();
    throw new UsageError(
      `The Strapi project at ${appDir} does not use this plugin. Enable "jekyll" in config/plugins.`,
    );
  }
  return {
    blog: plugin.service('blog') as BlogService,
    checks: plugin.service('checks') as ChecksService,
    close: () => strapi.destroy(),
  };
}

/** Strapi's words around what our part of the configuration got wrong; other errors stay. */
function ofConfiguration(error: unknown): unknown {
  const said = /^Error regarding jekyll config: (.*)$/s.exec(
    error instanceof Error ? error.message : '',
  );
  return said ? new UsageError(said[1] ?? '') : error;
}

/** Strapi is loaded late, so that `--help` answers at once, and as CommonJS, the one form of it that Node runs. */
function loadStrapi(): typeof StrapiModule {
  return createRequire(path.join(process.cwd(), 'package.json'))('@strapi/strapi');
}
