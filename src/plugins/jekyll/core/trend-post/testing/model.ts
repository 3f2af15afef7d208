import type { Random } from './random';

/** A survey as a writer means it; `spell` in `spelling.ts` writes it down in some habit. */
export interface SurveyModel {
  readonly keywords: readonly string[];
  readonly body: string;
  readonly sections: readonly ModelSection[];
  readonly outro: string;
  readonly referencesHeading: string;
  /** A definition that no title cites; text '' for the empty one that is left at the end. */
  readonly uncited: { readonly label: string; readonly text: string } | null;
}

export interface ModelSection {
  readonly heading: string;
  readonly lead: string;
  readonly items: readonly ModelItem[];
}

export interface ModelItem {
  readonly title: string;
  readonly body: string;
  /** Numbers of the post's sources; the same number twice is one shared definition. */
  readonly sources: readonly number[];
}

const HEADINGS = [
  '🛰️ **이슈**',
  'Papers',
  '**Tools** & 데이터 {#tools}',
  '3. 읽을거리',
  'Models *and* more',
  '새 소식',
] as const;
const TITLES = [
  '작은 모델의 귀환',
  'C#',
  'Sparse gates, dense gains',
  '**굵은** 제목',
  '`## code` in a title',
  '항만 날씨: 더 빠른 예보',
  'Why rope [still] matters',
  '같은 제목',
  'Tabs & blanks  twice',
  '이름표가 있는 제목 {#named}',
  '참고 문헌을 정리하는 도구',
] as const;
const BODIES = [
  '- 배터리 한 개로 하루를 버팁니다. \n- 값은 절반입니다.',
  'A paragraph of one line.',
  '- outer point\n  - inner point\n    - innermost point\n- last point',
  '- 그림을 보세요.\n\n![a](pier-1.png){: width="600"}\n_첫째 그림_\n\n![b](pier-2.png){: width="320" .left}\n_둘째 그림_',
  '```md\n## not a section\n### not an item [^n1]\n[^n1]: not a definition\n---\n```\n\nAfter the fence.',
  '#### A deeper heading\n\nText below it.',
  '$$\na + b\n$$\n\nSum of two.',
  '<!-- ### hidden [^x]\n---\n-->\nShown text.',
  '- list with `[^code]` in it\n\n  ```sh\n  # comment\n  ## another\n  ```\n\n- next',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '> quoted words\n> more of them',
  '',
  '{: .lead-in }\nClassed heading.',
  'Two\n\n\nblank lines inside.',
] as const;
const LEADS = ['', '', '', '이번 달에 눈에 띈 것들입니다.', '- lead list\n- second'] as const;

/** A survey whose items, texts and sources are chosen at random; every third one is Korean only. */
export function modelOf(random: Random): SurveyModel {
  const count = 1 + random.below(4);
  let source = 0;
  let total = 0;
  let uncited = 0;
  const sections: ModelSection[] = [];
  for (let s = 0; s < count; s += 1) {
    const empty = s > 0 && s < count - 1 && random.chance(0.15);
    const items: ModelItem[] = [];
    const size = empty ? 0 : 1 + random.below(4);
    for (let i = 0; i < size; i += 1) {
      const sources: number[] = [];
      const uncitedNow = i > 0 && uncited * 2 + 2 < total && random.chance(0.5);
      const cited = uncitedNow ? 0 : random.pick([1, 1, 1, 2, 3]);
      total += 1;
      if (uncitedNow) uncited += 1;
      for (let c = 0; c < cited; c += 1) {
        const shared = source > 2 && random.chance(0.06);
        const number = shared ? random.below(source) : source++;
        if (!sources.includes(number)) sources.push(number);
      }
      const title = `${random.pick(TITLES)}`;
      items.push({
        title: random.chance(0.7) ? numbered(title, s, i) : title,
        body: random.pick(BODIES),
        sources,
      });
    }
    sections.push({ heading: `${random.pick(HEADINGS)}`, lead: random.pick(LEADS), items });
  }
  return {
    keywords: random.chance(0.7) ? ['로봇', 'open weights', 'C++'] : [],
    body: random.pick([
      '',
      '',
      '여는 글입니다.\n\n두 번째 문단입니다.',
      '> **NOTE** a box\n{: .prompt-tip }',
    ]),
    sections,
    outro: random.pick(['', '', '', '읽어 주셔서 고맙습니다.', '## 마치며\n\n다음 달에 만나요.']),
    referencesHeading: random.pick([
      '## References',
      '## References',
      '### 참고 문헌',
      '## 📚 **참고 자료**',
      '',
    ]),
    uncited: random.pick([
      null,
      null,
      { label: 'ref-left-9', text: '' },
      { label: 'note', text: 'A remark that only running text uses.' },
    ]),
  };
}

function numbered(title: string, section: number, item: number): string {
  const attributes = / \{#[^}]*\}$/.exec(title)?.[0] ?? '';
  return `${title.slice(0, title.length - attributes.length)} ${section}.${item}${attributes}`;
}
