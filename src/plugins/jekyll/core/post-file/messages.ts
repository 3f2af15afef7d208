import type { Message, Problem, ProblemCode } from './problem';
import type { TreeError } from './yaml-tree';

export interface PlacedProblem extends Problem {
  readonly offset: number;
}

type ReadCode = Extract<ProblemCode, `front-matter-${string}`>;

const TEXTS: Readonly<Record<ReadCode, (detail: string) => Message>> = {
  'front-matter-syntax': (detail) => ({
    en: `The front matter is not valid YAML: ${detail}`,
    ko: `머리말이 올바른 YAML이 아닙니다: ${detail}`,
  }),
  'front-matter-not-a-map': () => ({
    en: 'The front matter must be a list of keys with values, such as "title: My post".',
    ko: '머리말은 "title: 내 글"처럼 키와 값의 목록이어야 합니다.',
  }),
  'front-matter-character': (detail) => ({
    en: `The front matter holds the character ${detail}, which Jekyll cannot read there.`,
    ko: `머리말에 Jekyll이 읽을 수 없는 문자 ${detail}이(가) 있습니다.`,
  }),
  'front-matter-alias': (detail) => ({
    en: `The alias "*${detail}" has no anchor "&${detail}" before it.`,
    ko: `별칭 "*${detail}" 앞에 앵커 "&${detail}"이(가) 없습니다.`,
  }),
  'front-matter-alias-limit': () => ({
    en: 'The front matter is too large once its aliases are resolved.',
    ko: '별칭을 풀면 머리말이 너무 커집니다.',
  }),
  'front-matter-tag': (detail) => ({
    en: `Jekyll refuses the YAML tag "${detail}".`,
    ko: `Jekyll은 YAML 태그 "${detail}"을(를) 거부합니다.`,
  }),
  'front-matter-symbol': (detail) => ({
    en: `"${detail}" is a Ruby symbol, which Jekyll refuses. Put it in quotes.`,
    ko: `"${detail}"은(는) Ruby 심벌이어서 Jekyll이 거부합니다. 따옴표로 감싸세요.`,
  }),
  'front-matter-depth': () => ({
    en: 'The front matter is nested too deeply.',
    ko: '머리말의 중첩이 너무 깊습니다.',
  }),
};

const TREE_CODES: Readonly<Record<TreeError['kind'], ReadCode>> = {
  syntax: 'front-matter-syntax',
  depth: 'front-matter-depth',
  character: 'front-matter-character',
};

/** A finding of the parser as a problem, without its place. */
export function syntaxProblem(error: TreeError): Problem {
  const code = TREE_CODES[error.kind];
  return { code, message: TEXTS[code](error.detail) };
}

/** A finding of the reader at an offset of the YAML text. */
export function problemAt(code: ReadCode, offset: number, detail = ''): PlacedProblem {
  return { code, message: TEXTS[code](detail), offset };
}
