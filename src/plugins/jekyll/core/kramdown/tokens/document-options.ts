import type { ResolvedOptions } from '../resolve-options';

const known = new WeakMap<object, ResolvedOptions>();

/** Notes what counts for the document of an environment: the text may have set options for itself. */
export function noteOptions(env: object, options: ResolvedOptions): void {
  known.set(env, options);
}

/** The options of the document that is rendered, or those of the renderer for tokens made by others. */
export function optionsFor(env: unknown, otherwise: ResolvedOptions): ResolvedOptions {
  return (typeof env === 'object' && env !== null ? known.get(env) : undefined) ?? otherwise;
}
