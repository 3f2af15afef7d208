import { errors } from '@strapi/utils';
import type { ConflictRefusal } from '../../../contracts/conflicts';
import type { Message } from '../../../core/problem';
import { errorText, isBusy } from '../runs';

/** What is asked for can't be done now. Strapi answers with `status` and `details`. */
class RefusalError extends Error {
  readonly status = 409;
  readonly expose = true;

  constructor(readonly details: ConflictRefusal) {
    super(details.messages.en);
    this.name = 'RefusalError';
  }
}

const refusal = (status: 400 | 409, details: ConflictRefusal): Error =>
  status === 409
    ? new RefusalError(details)
    : new errors.ApplicationError(details.messages.en, details);

export const noBlog = (): Error =>
  refusal(400, {
    code: 'NO_BLOG',
    messages: {
      en: 'No blog is configured. Name its folder in config/plugins.ts (blogDir), or a repository to clone.',
      ko: '설정된 블로그가 없습니다. config/plugins.ts에 블로그 폴더(blogDir)나 복제할 저장소를 적으세요.',
    },
  });

interface Known {
  readonly name?: string;
  readonly reason?: string;
  readonly messages?: Message;
  readonly problem?: { readonly message: Message };
}

/** Errors of the export as the panel is told them; others stay as they are. */
export function asRefusal(error: unknown): unknown {
  const { name, reason, messages, problem } = (error ?? {}) as Known;
  const text = { en: errorText(error), ko: problem?.message.ko ?? errorText(error) };
  if (name === 'ResolveError' && messages) {
    const changed = reason === 'changed' || reason === 'no-conflict';
    return changed
      ? refusal(409, { code: 'CONFLICT_CHANGED', messages })
      : refusal(400, { code: 'CONFLICT_UNRESOLVED', messages });
  }
  if (isBusy(error)) {
    return refusal(409, {
      code: 'BLOG_BUSY',
      messages: {
        en: 'Another run writes the blog right now. Try again when it has ended.',
        ko: '지금 다른 실행이 블로그에 쓰고 있습니다. 끝난 뒤에 다시 시도하세요.',
      },
    });
  }
  if (name === 'BlogFolderError') {
    return refusal(400, {
      code: 'BLOG_UNREADABLE',
      messages: {
        en: 'The configured folder is no Jekyll blog, or cannot be read. Check blogDir in config/plugins.ts.',
        ko: '설정된 폴더가 Jekyll 블로그가 아니거나 읽을 수 없습니다. config/plugins.ts의 blogDir를 확인하세요.',
      },
    });
  }
  if (name === 'GitError' || problem) {
    return refusal(400, { code: 'CONFLICT_UNRESOLVED', messages: problem?.message ?? text });
  }
  return error;
}
