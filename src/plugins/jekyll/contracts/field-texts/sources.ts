import type { FieldTexts } from './types';

export const TREND_ITEM_TEXTS: FieldTexts = {
  title: {
    label: { en: 'Title', ko: '제목' },
    hint: {
      en: 'Printed as “### Title” in the section that shows the item.',
      ko: '이 항목을 넣은 섹션에 “### 제목”으로 나옵니다.',
    },
  },
  body: {
    label: { en: 'Body', ko: '본문' },
    hint: {
      en: 'Markdown: two or three bullets, figures with their captions. Citations go below, not here.',
      ko: 'Markdown입니다. 두세 개의 글머리표와 그림, 그림 설명을 적습니다. 인용은 아래 칸에 넣습니다.',
    },
  },
  citations: {
    label: { en: 'Citations', ko: '인용' },
    hint: {
      en: 'The references of this item, in order; each becomes a footnote.',
      ko: '이 항목의 참고 문헌을 순서대로 넣습니다. 하나하나가 각주가 됩니다.',
    },
  },
  topic: {
    label: { en: 'Topic', ko: '주제' },
    hint: {
      en: 'To find the item before it stands in a post. Not printed.',
      ko: '글에 넣기 전에 항목을 찾기 위한 것입니다. 블로그에는 나오지 않습니다.',
    },
  },
  collectedOn: {
    label: { en: 'Collected on', ko: '수집한 날' },
    hint: {
      en: 'When you found it. Not printed.',
      ko: '찾은 날입니다. 블로그에는 나오지 않습니다.',
    },
  },
  notes: {
    label: { en: 'Private notes', ko: '비공개 메모' },
    hint: {
      en: 'For editors only; never leaves the CMS.',
      ko: '편집자만 봅니다. CMS 밖으로 나가지 않습니다.',
    },
  },
};

export const CITATION_TEXTS: FieldTexts = {
  reference: {
    label: { en: 'Reference', ko: '참고 문헌' },
    hint: {
      en: 'Printed as [title](address) in the reference list.',
      ko: '참고 문헌 목록에 [제목](주소)로 나옵니다.',
    },
  },
  text: {
    label: { en: 'Printed as', ko: '표기' },
    hint: {
      en: 'Only where the reference is printed otherwise than [title](address).',
      ko: '[제목](주소)와 다르게 적을 때만 씁니다.',
    },
  },
  label: {
    label: { en: 'Footnote label', ko: '각주 이름' },
    hint: {
      en: 'Kept from the imported post. Empty means it is given by position.',
      ko: '가져온 글의 이름을 지킵니다. 비우면 자리에 따라 정해집니다.',
    },
  },
};

export const REFERENCE_TEXTS: FieldTexts = {
  title: {
    label: { en: 'Title', ko: '제목' },
    hint: {
      en: 'As the reference list shows it. Saving changes every post that cites it.',
      ko: '참고 문헌 목록에 나오는 이름입니다. 저장하면 인용한 모든 글이 바뀝니다.',
    },
  },
  url: {
    label: { en: 'Address (URL)', ko: '주소 (URL)' },
    hint: {
      en: 'One reference for each address. May be empty, for a book for example.',
      ko: '주소 하나에 참고 문헌 하나입니다. 책처럼 주소가 없으면 비워 둡니다.',
    },
  },
  kind: {
    label: { en: 'Kind', ko: '종류' },
    hint: {
      en: 'For searching here. Not printed.',
      ko: '여기서 찾기 위한 것입니다. 블로그에는 나오지 않습니다.',
    },
  },
  publisher: {
    label: { en: 'Publisher', ko: '발행처' },
    hint: {
      en: 'Company, journal or site. Not printed.',
      ko: '회사, 학술지, 사이트입니다. 블로그에는 나오지 않습니다.',
    },
  },
  publishedOn: {
    label: { en: 'Published on', ko: '발행일' },
    hint: {
      en: 'Date of the source. Not printed.',
      ko: '출처가 나온 날입니다. 블로그에는 나오지 않습니다.',
    },
  },
  notes: {
    label: { en: 'Private notes', ko: '비공개 메모' },
    hint: {
      en: 'For editors only; never leaves the CMS.',
      ko: '편집자만 봅니다. CMS 밖으로 나가지 않습니다.',
    },
  },
};
