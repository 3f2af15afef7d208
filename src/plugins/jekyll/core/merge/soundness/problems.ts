import type { Message, Problem } from '../../problem';

type Code =
  | 'merge-unreadable'
  | 'merge-duplicate-key'
  | 'merge-duplicate-footnote'
  | 'merge-field'
  | 'merge-kind'
  | 'merge-heading'
  | 'merge-item'
  | 'merge-lost-footnote'
  | 'merge-stray-footnote';

const START: Message = {
  en: 'The changes of the CMS and of the blog touch no line in common, but together they',
  ko: 'CMS와 블로그의 변경이 같은 줄을 건드리지는 않았지만, 합치면',
};
const END: Message = {
  en: 'Decide which version counts, or merge the file by hand.',
  ko: '어느 쪽을 쓸지 정하거나 파일을 직접 합쳐 주세요.',
};

const TEXTS: Readonly<Record<Code, (name: string) => Message>> = {
  'merge-unreadable': (detail) => ({
    en: `can't be read as a post: ${detail}`,
    ko: `글로 읽을 수 없습니다: ${detail}`,
  }),
  'merge-duplicate-key': (key) => ({
    en: `give the front matter the key "${key}" twice.`,
    ko: `머리말에 "${key}" 키가 두 번 생깁니다.`,
  }),
  'merge-duplicate-footnote': (label) => ({
    en: `define the footnote [^${label}] twice.`,
    ko: `각주 [^${label}]의 정의가 두 번 생깁니다.`,
  }),
  'merge-field': (field) => ({
    en: `say something else for "${field}" than the side that changed it.`,
    ko: `"${field}" 값이 그것을 바꾼 쪽의 값과 달라집니다.`,
  }),
  'merge-kind': (kind) => ({
    en: `make the post ${kind === 'survey' ? 'a survey' : 'a plain post'}, which neither side meant.`,
    ko: `어느 쪽도 뜻하지 않은 ${kind === 'survey' ? '트렌드 글' : '일반 글'}이 됩니다.`,
  }),
  'merge-heading': (name) => ({
    en: `leave ${name === '' ? 'the text before the first heading' : `the part "${name}"`} in another place or with other words than either side meant.`,
    ko: `${name === '' ? '첫 제목 앞의 글' : `"${name}" 부분`}의 자리나 내용이 어느 쪽의 뜻과도 달라집니다.`,
  }),
  'merge-item': (title) => ({
    en: `lose the added item "${title}".`,
    ko: `새로 더한 항목 "${title}"이(가) 사라집니다.`,
  }),
  'merge-lost-footnote': (label) => ({
    en: `leave the footnote [^${label}] without a definition.`,
    ko: `각주 [^${label}]의 정의가 없어집니다.`,
  }),
  'merge-stray-footnote': (label) => ({
    en: `make the footnote mark [^${label}] lead to another source.`,
    ko: `각주 표시 [^${label}]이(가) 다른 출처를 가리키게 됩니다.`,
  }),
};

/** Why texts whose lines can be merged are a conflict all the same. */
export function unsound(code: Code, name: string, place: Partial<Problem> = {}): Problem {
  const text = TEXTS[code](name);
  return {
    ...place,
    code,
    severity: 'error',
    message: {
      en: `${START.en} ${text.en} ${END.en}`,
      ko: `${START.ko} ${text.ko} ${END.ko}`,
    },
  };
}
