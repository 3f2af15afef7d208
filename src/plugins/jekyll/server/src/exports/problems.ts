import type { Message } from '../../../core/problem';

/** Why nothing was started. */
export const problemTexts = {
  noBlog: {
    en: 'There is no blog to export to. Set blogDir in config/plugins (JEKYLL_BLOG_DIR) and start the CMS again.',
    ko: '내보낼 블로그가 없습니다. config/plugins의 blogDir(JEKYLL_BLOG_DIR)을 설정하고 CMS를 다시 시작하세요.',
  },
  nothingToDo: {
    en: 'Nothing is left to export. Make a plan again, or take files back in.',
    ko: '내보낼 것이 남아 있지 않습니다. 계획을 다시 세우거나 제외한 파일을 다시 넣으세요.',
  },
  tooMany: {
    en: 'The plan holds more than 10,000 posts: none can be left out. Choose posts in the status first.',
    ko: '계획에 글이 10,000개 넘게 들어 있어 일부를 제외할 수 없습니다. 먼저 상태 탭에서 글을 고르세요.',
  },
} as const satisfies Record<string, Message>;
