import { PostFileError } from './problem';
import type { Message, PostFileErrorCode, Problem } from './problem';

/** The error for an edit of `key`, in both languages. */
export function editError(code: PostFileErrorCode, key: string, detail?: Problem): PostFileError {
  const texts: Readonly<Record<PostFileErrorCode, Message>> = {
    'unreadable-front-matter': {
      en: `"${key}" cannot be changed, as the front matter cannot be read.`,
      ko: `머리말을 읽을 수 없어 "${key}"을(를) 바꿀 수 없습니다.`,
    },
    'unrepresentable-value': {
      en: `The value of "${key}" cannot be written in YAML so that Jekyll reads it back.`,
      ko: `"${key}"의 값은 Jekyll이 그대로 읽을 수 있는 YAML로 쓸 수 없습니다.`,
    },
    'invalid-source': {
      en: `The YAML given for "${key}" must be exactly one key with its value, such as "${key}: text".`,
      ko: `"${key}"에 주어진 YAML은 "${key}: 글"처럼 키와 값 한 쌍이어야 합니다.`,
    },
    'invalid-key': {
      en: `"${key}" cannot be a front matter key.`,
      ko: `"${key}"은(는) 머리말의 키가 될 수 없습니다.`,
    },
    'edit-not-possible': {
      en: `"${key}" cannot be changed without changing something else in the front matter.`,
      ko: `머리말의 다른 부분을 바꾸지 않고는 "${key}"을(를) 바꿀 수 없습니다.`,
    },
  };
  const text = texts[code];
  if (!detail) return new PostFileError(code, key, text);
  const place = detail.line === undefined ? '' : ` (${detail.line})`;
  return new PostFileError(code, key, {
    en: `${text.en} ${detail.message.en}${place}`,
    ko: `${text.ko} ${detail.message.ko}${place}`,
  });
}
