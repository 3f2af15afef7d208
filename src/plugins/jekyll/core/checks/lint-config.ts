import type { Message } from '../problem';

/**
 * Rules of markdownlint that fit kramdown (https://github.com/DavidAnson/markdownlint): those that
 * tell of text which kramdown shows otherwise than meant. Rules of style alone are off, so are those
 * that contradict kramdown (MD029 numbers, MD033 HTML, MD046 to MD050 styles, MD051 ids) and those
 * that a rule of this folder says better (MD045, MD051).
 */
export const LINT_CONFIG: Readonly<Record<string, unknown>> = {
  default: false,
  MD001: true,
  MD011: true,
  MD018: true,
  MD023: true,
  MD034: true,
  MD037: true,
  MD042: true,
  MD056: true,
};

/** What they say, and what to do; of rules that a site adds, markdownlint's own words are told. */
export const LINT_TEXTS: Readonly<Record<string, Message>> = {
  MD001: {
    en: 'A heading may be only one level below the one before it',
    ko: '제목 수준은 한 단계씩만 내려가야 합니다',
  },
  MD011: {
    en: 'The brackets of this link are the wrong way round. Write [text](address)',
    ko: '링크의 괄호 순서가 바뀌었습니다. [글](주소)로 쓰세요',
  },
  MD018: {
    en: 'Without a blank behind its # this is no heading. Put one there',
    ko: '제목의 # 뒤에 빈칸이 없어 제목이 되지 않습니다. 빈칸을 넣으세요',
  },
  MD023: {
    en: 'A heading behind blanks is text. Move it to the start of the line',
    ko: '제목 앞에 빈칸이 있어 제목이 되지 않습니다. 빈칸을 지우세요',
  },
  MD034: {
    en: 'An address alone makes no link. Write <address> or [text](address)',
    ko: '주소만 쓰면 링크가 되지 않습니다. <주소>나 [글](주소)로 쓰세요',
  },
  MD037: {
    en: 'With a blank inside their marks these words are not emphasised. Take it out',
    ko: '강조 표시 안쪽에 빈칸이 있어 강조되지 않습니다. 빈칸을 지우세요',
  },
  MD042: {
    en: 'kramdown makes a link without an address of this. Put the address in, or write \\[ where a bracket is meant',
    ko: '주소가 빈 링크가 됩니다. 주소를 넣거나, 괄호를 그대로 보이려면 \\[로 적으세요',
  },
  MD056: {
    en: 'The rows of this table do not have the same number of cells',
    ko: '표의 줄마다 칸 수가 다릅니다',
  },
};
