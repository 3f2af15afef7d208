import type { FieldTexts } from './types';

export const POST_TEXTS: FieldTexts = {
  title: {
    label: { en: 'Title', ko: '제목' },
    hint: {
      en: 'Heading of the post, in lists and in the browser tab.',
      ko: '글의 제목입니다. 목록과 브라우저 탭에도 나옵니다.',
    },
  },
  slug: {
    label: { en: 'Slug', ko: '슬러그' },
    hint: {
      en: 'Part of the file name and of the address: 2025-01-31-slug.md. Changing it moves the post.',
      ko: '파일 이름과 주소에 쓰입니다(2025-01-31-slug.md). 바꾸면 글의 주소가 옮겨집니다.',
    },
  },
  date: {
    label: { en: 'Date', ko: '날짜' },
    hint: {
      en: 'When the post appears. Jekyll leaves out a post whose date is in the future.',
      ko: '글이 공개되는 때입니다. 미래의 날짜면 Jekyll이 글을 만들지 않습니다.',
    },
  },
  description: {
    label: { en: 'Description', ko: '설명' },
    hint: {
      en: 'One or two sentences for lists, search engines and link previews.',
      ko: '목록, 검색 결과, 링크 미리보기에 쓰이는 한두 문장입니다.',
    },
  },
  categories: {
    label: { en: 'Categories', ko: '카테고리' },
    hint: {
      en: 'From broad to narrow, two at most; the order matters.',
      ko: '큰 분류에서 작은 분류 순서로 두 개까지 씁니다. 순서에 뜻이 있습니다.',
    },
  },
  tags: {
    label: { en: 'Tags', ko: '태그' },
    hint: {
      en: 'Lower case. Press Enter or type a comma after each tag.',
      ko: '소문자로 씁니다. 태그마다 Enter를 누르거나 쉼표를 넣으세요.',
    },
  },
  authors: {
    label: { en: 'Authors', ko: '글쓴이' },
    hint: {
      en: 'Ids from the blog’s _data/authors.yml. Empty means the author of the site.',
      ko: '블로그의 _data/authors.yml에 있는 id입니다. 비우면 사이트의 글쓴이입니다.',
    },
  },
  cover: {
    label: { en: 'Cover image', ko: '표지 이미지' },
    hint: {
      en: 'Copied to the blog’s image folder at export.',
      ko: '내보낼 때 블로그의 이미지 폴더로 복사됩니다.',
    },
  },
  coverPath: {
    label: { en: 'Cover path or URL', ko: '표지 경로 또는 URL' },
    hint: {
      en: 'In place of a chosen image: a path on the blog, or an address.',
      ko: '이미지를 고르는 대신 블로그 안의 경로나 주소를 적습니다.',
    },
  },
  coverAlt: {
    label: { en: 'Cover alt text', ko: '표지 대체 텍스트' },
    hint: {
      en: 'Shown under the cover and read aloud by screen readers.',
      ko: '표지 아래에 나오고 화면 낭독기가 읽습니다.',
    },
  },
  coverLqip: {
    label: { en: 'Cover placeholder (lqip)', ko: '표지 미리보기 (lqip)' },
    hint: {
      en: 'A tiny image shown while the cover loads: a path or a Base64 data URI.',
      ko: '표지를 불러오는 동안 보일 아주 작은 이미지입니다. 경로나 Base64 데이터 URI를 적습니다.',
    },
  },
  keywords: {
    label: { en: 'Keywords', ko: '키워드' },
    hint: {
      en: 'The keywords box at the top of a survey, in this order.',
      ko: '동향 글 맨 위의 키워드 상자에 이 순서로 나옵니다.',
    },
  },
  body: {
    label: { en: 'Body', ko: '본문' },
    hint: {
      en: 'Markdown. The whole text of a plain post; in a survey, what stands before the first section.',
      ko: 'Markdown입니다. 일반 글은 글 전체를, 동향 글은 첫 섹션 앞의 글을 적습니다.',
    },
  },
  sections: {
    label: { en: 'Sections', ko: '섹션' },
    hint: {
      en: 'The headings of a survey with their trend items. Leave empty for a plain post.',
      ko: '동향 글의 제목들과 그 아래 동향 항목입니다. 일반 글이면 비워 둡니다.',
    },
  },
  closing: {
    label: { en: 'Closing text', ko: '맺음글' },
    hint: {
      en: 'What follows the last item of a survey. The reference list is printed after it.',
      ko: '동향 글의 마지막 항목 다음에 오는 글입니다. 참고 문헌 목록은 그 뒤에 나옵니다.',
    },
  },
  math: {
    label: { en: 'Formulas (math)', ko: '수식 (math)' },
    hint: { en: 'Loads MathJax for this post.', ko: '이 글에서 MathJax를 불러옵니다.' },
  },
  mermaid: {
    label: { en: 'Diagrams (mermaid)', ko: '다이어그램 (mermaid)' },
    hint: { en: 'Loads Mermaid for this post.', ko: '이 글에서 Mermaid를 불러옵니다.' },
  },
  toc: {
    label: { en: 'Table of contents (toc)', ko: '목차 (toc)' },
    hint: {
      en: 'Unset means as the blog does by default.',
      ko: '정하지 않으면 블로그의 기본값을 따릅니다.',
    },
  },
  pin: {
    label: { en: 'Pinned (pin)', ko: '고정 (pin)' },
    hint: { en: 'Keeps the post at the top of the home page.', ko: '글을 첫 화면 맨 위에 둡니다.' },
  },
  comments: {
    label: { en: 'Comments', ko: '댓글 (comments)' },
    hint: {
      en: 'Unset means as the blog does by default.',
      ko: '정하지 않으면 블로그의 기본값을 따릅니다.',
    },
  },
  mediaBase: {
    label: { en: 'Image folder (media_subpath)', ko: '이미지 폴더 (media_subpath)' },
    hint: {
      en: 'Put in front of every image path of the post that has no folder of its own.',
      ko: '이 글의 이미지 경로 앞에 붙는 폴더입니다.',
    },
  },
  mediaBaseKey: {
    label: { en: 'Name of the image folder key', ko: '이미지 폴더 키 이름' },
    hint: {
      en: 'img_path up to Chirpy 6, media_subpath since 7.0. Unset means as the blog has it.',
      ko: 'Chirpy 6까지는 img_path, 7.0부터는 media_subpath입니다. 비우면 블로그를 따릅니다.',
    },
  },
  redirects: {
    label: { en: 'Old addresses (redirect_from)', ko: '옛 주소 (redirect_from)' },
    hint: {
      en: 'Visitors of these paths are sent to this post.',
      ko: '이 경로로 온 방문자를 이 글로 보냅니다.',
    },
  },
  otherFrontMatter: {
    label: { en: 'Other front matter (YAML)', ko: '그 밖의 머리말 (YAML)' },
    hint: {
      en: 'Keys that have no field here, printed in the front matter as they are.',
      ko: '여기에 칸이 없는 키입니다. 적은 그대로 머리말(front matter)에 들어갑니다.',
    },
  },
};

export const SECTION_TEXTS: FieldTexts = {
  heading: {
    label: { en: 'Heading', ko: '제목' },
    hint: {
      en: 'Printed as “## Heading”; an emoji in front is welcome.',
      ko: '“## 제목”으로 나옵니다. 앞에 이모지를 써도 됩니다.',
    },
  },
  prefix: {
    label: { en: 'Footnote prefix', ko: '각주 접두사' },
    hint: {
      en: '“iss” makes footnotes ref-iss-1, ref-iss-2, …; empty numbers through the whole post.',
      ko: '“iss”면 각주가 ref-iss-1, ref-iss-2, …가 됩니다. 비우면 글 전체에서 번호를 매깁니다.',
    },
  },
  lead: {
    label: { en: 'Lead text', ko: '도입글' },
    hint: {
      en: 'Markdown between the heading and the first item; usually empty.',
      ko: '제목과 첫 항목 사이의 Markdown입니다. 보통은 비워 둡니다.',
    },
  },
  items: {
    label: { en: 'Trend items', ko: '동향 항목' },
    hint: {
      en: 'In the order of the post; drag to move. Each item stands in a post once.',
      ko: '글에 나오는 순서입니다. 끌어서 옮깁니다. 한 글에 같은 항목은 한 번만 둡니다.',
    },
  },
};
