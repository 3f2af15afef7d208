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

/** What they say, in Korean; English is markdownlint's own. */
export const LINT_TEXTS: Readonly<Record<string, string>> = {
  MD001: '제목 수준은 한 단계씩만 내려가야 합니다',
  MD011: '링크의 괄호 순서가 바뀌었습니다. [글](주소)로 쓰세요',
  MD018: '제목의 # 뒤에 빈칸이 없어 제목이 되지 않습니다',
  MD023: '제목 앞에 빈칸이 있어 제목이 되지 않습니다',
  MD034: '주소만 쓰면 링크가 되지 않습니다. <주소>나 [글](주소)로 쓰세요',
  MD037: '강조 표시 안쪽에 빈칸이 있어 강조되지 않습니다',
  MD042: '링크의 주소가 비어 있습니다',
  MD056: '표의 줄마다 칸 수가 다릅니다',
};
