/** Name of the plugin and the uids of everything it owns. */
export const PLUGIN_ID = 'jekyll';
export const FILE_UID = 'plugin::jekyll.file';
export const ASSET_UID = 'plugin::jekyll.asset';
export const LEASE_UID = 'plugin::jekyll.lease';
export const WITHDRAWN_ITEM_UID = 'plugin::jekyll.withdrawn-item';
export const QUEUE_ENTRY_UID = 'plugin::jekyll.queue-entry';
export const WAIVER_UID = 'plugin::jekyll.waiver';
export const LINK_UID = 'plugin::jekyll.link';
export const RUN_UID = 'plugin::jekyll.run';
export const TRANSLATION_UID = 'plugin::jekyll.translation';
export const MARK_UID = 'plugin::jekyll.mark';
