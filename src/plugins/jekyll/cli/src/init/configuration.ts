import type { ProjectFile } from './model';

/** The plugin's part of `config/plugins`, with every setting that people change first. */
export const PLUGIN_SETTINGS = `  jekyll: {
    enabled: true,
    config: {
      // Folder of the Jekyll checkout, relative to this project.
      blogDir: env('JEKYLL_BLOG_DIR') || undefined,
      // Zone in which dates are read and written; without it the blog's own, from its _config.yml.
      timezone: env('JEKYLL_TIMEZONE') || undefined,
      // How Korean and English meet on the site: 'polyglot', 'suffix', 'folder' or 'single'.
      localeStrategy: env('JEKYLL_LOCALE_STRATEGY') || undefined,
      // 'on-publish': publishing in the panel reaches the blog by itself.
      autoExport: env('JEKYLL_AUTO_EXPORT') || undefined,
      // 'hold': a post with a date in the future is written when its time comes.
      futurePosts: env('JEKYLL_FUTURE_POSTS') || undefined,
      // One commit for each export; push: 'never', 'manual' or 'auto'.
      git: {
        enabled: env.bool('JEKYLL_GIT', false),
        remote: env('JEKYLL_GIT_REMOTE') || undefined,
        branch: env('JEKYLL_GIT_BRANCH') || undefined,
        push: env('JEKYLL_GIT_PUSH') || undefined,
      },
    },
  },
`;

/** `config/plugins` of a project that has none. */
export function pluginsFile(typescript: boolean): ProjectFile {
  const head = typescript ? 'export default ({ env }) => ({' : 'module.exports = ({ env }) => ({';
  return {
    path: `config/plugins.${typescript ? 'ts' : 'js'}`,
    text: `${head}\n${PLUGIN_SETTINGS}});\n`,
  };
}
