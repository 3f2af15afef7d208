import type { Core } from '@strapi/strapi';

const allowedMediaTypes = [
  'image/*',
  'video/*',
  'audio/*',
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.*',
  'text/plain',
  'text/csv',
];

const deniedTypes = [
  'image/svg+xml',
  'application/vnd.microsoft.portable-executable',
  'application/x-msdownload',
  'application/x-msdos-program',
  'application/x-executable',
  'application/x-dosexec',
  'application/x-sh',
  'text/x-shellscript',
  'application/x-mach-binary',
];

const languageCodes = (text: string | undefined) =>
  text ? Object.fromEntries(text.split(',').map((pair) => pair.trim().split('='))) : undefined;

const config = ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Plugin => {
  const jekyllCommand = env('JEKYLL_COMMAND')?.split(/\s+/).filter(Boolean);
  return {
    jekyll: {
      enabled: true,
      resolve: './src/plugins/jekyll',
      config: {
        blogDir: env('JEKYLL_BLOG_DIR') || undefined,
        timezone: env('JEKYLL_TIMEZONE') || undefined,
        localeStrategy: env('JEKYLL_LOCALE_STRATEGY') || undefined,
        singleLocale: env('JEKYLL_SINGLE_LOCALE') || undefined,
        // What the site calls a locale: `ko=ko-KR,en=en-US`.
        languageCodes: languageCodes(env('JEKYLL_LANGUAGE_CODES')),
        autoExport: env('JEKYLL_AUTO_EXPORT') || undefined,
        futurePosts: env('JEKYLL_FUTURE_POSTS') || undefined,
        preview: {
          // What runs Jekyll, with blanks between its words: `bundle exec jekyll`. Unset: no true preview.
          jekyll: jekyllCommand ? { command: jekyllCommand } : null,
        },
        citations: {
          // Whether pasted addresses are asked for their titles.
          fetch: env.bool('JEKYLL_CITATIONS', true),
          allowHosts: env.array('JEKYLL_CITATIONS_ALLOW', []),
        },
        git: {
          enabled: env.bool('JEKYLL_GIT', false),
          remote: env('JEKYLL_GIT_REMOTE') || undefined,
          branch: env('JEKYLL_GIT_BRANCH') || undefined,
          push: env('JEKYLL_GIT_PUSH') || undefined,
          language: env('JEKYLL_GIT_LANGUAGE') || undefined,
        },
      },
    },
    'users-permissions': {
      config: {
        jwtManagement: 'refresh',
        sessions: {
          httpOnly: true,
        },
      },
    },
    upload: {
      config: {
        security: {
          allowedTypes: allowedMediaTypes,
          deniedTypes,
        },
      },
    },
  };
};

export default config;
