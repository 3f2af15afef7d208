/** Words that head a list of references, Korean and English, without marks and white space. */
const WORDS = new Set(
  (
    'references reference refs sources source bibliography workscited citations footnotes notes ' +
    'referencelist referencelinks referencesandfurtherreading referencesfurtherreading ' +
    'sourcesandlinks linksandsources ' +
    '참고문헌 참고자료 참고 참조 참고링크 출처 각주 레퍼런스 인용 인용문헌 참고문헌및출처 ' +
    '참고사이트 참고논문 참고기사 참고논문및기사 참고한글 참고글 참고목록 참고문헌목록 출처목록 출처및참고자료 ' +
    '참고문헌및자료'
  ).split(' '),
);

/**
 * Whether a heading, or a line that is all bold, says that references follow: emoji, emphasis,
 * numbers and punctuation aside.
 */
export function isReferencesLine(line: string): boolean {
  const bold = /^[ \t]*(?:\*\*|__|<b>|<strong>).*(?:\*\*|__|<\/b>|<\/strong>):?[ \t]*$/;
  if (!/^#{1,6}[\t ]/.test(line) && !bold.test(line)) return false;
  const visible = line
    .replace(/\{[:#][^}]*\}/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();
  return WORDS.has(visible);
}
