/** Name of the plugin and the uids of everything it owns. */
export const PLUGIN_ID = 'jekyll';
export const FILE_UID = 'plugin::jekyll.file';
export const ASSET_UID = 'plugin::jekyll.asset';
export const WITHDRAWN_ITEM_UID = 'plugin::jekyll.withdrawn-item';
