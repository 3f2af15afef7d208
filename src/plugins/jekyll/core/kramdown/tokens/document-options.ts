import type { ResolvedOptions } from '../resolve-options';

const OPTIONS = Symbol('options of the document');

interface Environment {
  [OPTIONS]?: ResolvedOptions;
}

/** Notes what counts for the document of an environment: the text may have set options for itself. */
export function noteOptions(env: object, options: ResolvedOptions): void {
  (env as Environment)[OPTIONS] = options;
}

/** The options of the document that is rendered, or those of the renderer for tokens made by others. */
export function optionsFor(env: unknown, otherwise: ResolvedOptions): ResolvedOptions {
  return (env as Environment | undefined)?.[OPTIONS] ?? otherwise;
}
