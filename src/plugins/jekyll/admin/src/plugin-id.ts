/** Name of the plugin; prefix of its routes and of its translations' ids. */
export const PLUGIN_ID = 'jekyll';

/** Id of one of the plugin's own texts, as `registerTrads` prefixes it. */
export const textId = (key: string): string => `${PLUGIN_ID}.${key}`;
