/** Values that a survey's parts may get. */
export const TITLES = [
  'A new heading: with a colon',
  '"Quoted" & [bracketed] words',
  '한글 제목 🧑‍💻 #3',
  '- a dash in front',
  '*emphasis* and `code`',
  'back\\slash',
  'ends in a hash #',
  'long '.repeat(80).trim(),
  '',
];

export const BODIES = [
  '- One bullet.\n- Another, with a [link](https://example.com/new).',
  '- 글머리 하나. 🧑‍💻\n\n![fig](new.png){: width="600"}\n_caption_',
  'A paragraph.\n\nAnother one: "quoted" # no heading.',
  '```js\n### no item\n```',
  '',
];

export const LEADS = ['A lead text.', '이 절의 소개입니다.\n\nTwo paragraphs.', ''];

export const FOOTNOTES = [
  '[A new source](https://example.com/new_(source)?a=1&b=2), with words after it',
  '새 출처 <https://example.com/auto>',
  'Only words: "quoted", *emphasised*',
];
