/**
 * The rights that a role of the panel can be given (Settings → Roles → Plugins → Jekyll). Each route
 * names its own; those that touch entries ask the content type's permissions too.
 */

/** See how the posts stand to the blog, runs, and what waits for one. */
export const SEE_ACTION = 'plugin::jekyll.see';
/** Plan and run exports of the posts that one may touch. */
export const EXPORT_ACTION = 'plugin::jekyll.export';
/** Plan and run imports. */
export const IMPORT_ACTION = 'plugin::jekyll.import';
/** Settle conflicts between the CMS and the blog. */
export const RESOLVE_ACTION = 'plugin::jekyll.resolve';
/** Change the plugin's settings. */
export const SETTINGS_ACTION = 'plugin::jekyll.settings';
