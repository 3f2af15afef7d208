import { parsePostFile } from '../post-file';
import { HARBOUR } from '../trend-post/testing/fixtures';
import { mergePosts } from './index';

const FRONT = `---
title: "Harbour news #1"
date: 2025-01-12 09:00:00 +0900
categories: [Trends]
tags: [harbour, survey]
pin: false
description: What moved on the water.
---
`;
const POST = FRONT + HARBOUR;
const place = { path: '_posts/2025-01-12-harbour-news.md', zone: 'Asia/Seoul' };

type Change = readonly [from: string, to: string];
/** A text with some of its words changed; each must stand there once. */
function changed(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, [from, to]) => {
    expect(now.split(from)).toHaveLength(2);
    return now.replace(from, () => to);
  }, text);
}
const both = (ours: readonly Change[], theirs: readonly Change[]) =>
  mergePosts(POST, changed(POST, ours), changed(POST, theirs), place);
const codeOf = (result: ReturnType<typeof mergePosts>) =>
  'reason' in result ? result.reason?.code : undefined;

const ITEM = (title: string, label: string) =>
  `### ${title} [^${label}]\n- ${title} 소식입니다.\n\n`;
const TUG =
  '### 조용한 예인선 [^ref-iss-1]\n- 전기 예인선이 첫 항해를 마쳤습니다. \n- 소음은 절반으로 줄었습니다.\n\n';
const WAVE = '### 파도 요금제 [^ref-iss-4]\n- 파도가 낮은 날에는 요금이 내려갑니다.\n\n';
const LAST = '[^ref-pa-2]: [Ropes and Gates](https://papers.example/2)\n';

describe('changes that go together', () => {
  const cases: readonly [string, readonly Change[], readonly Change[]][] = [
    ['a title and the tags', [['#1"', '#2"']], [['[harbour, survey]', '[harbour, survey, lidar]']]],
    ['neighbouring keys', [['[Trends]', '[AI]']], [['[harbour, survey]', '[tides]']]],
    [
      'a new key beside a changed one',
      [['pin: false\n', 'pin: true\n']],
      [['pin: false\n', 'pin: false\nmath: true\n']],
    ],
    ['bullets of two items', [['첫 항해를', '두 번째 항해를']], [['밧줄의 장력을', '밧줄의 힘을']]],
    ['neighbouring bullets', [['첫 항해를', '두 번째 항해를']], [['절반으로', '반으로']]],
    [
      'a title and a bullet of one item',
      [['조용한 예인선', '아주 조용한 예인선']],
      [['절반으로', '반으로']],
    ],
    [
      'a section heading and an item in it',
      [['⚓ **Issues**', '⚓ **News**']],
      [['절반으로', '반으로']],
    ],
    [
      'a renamed section and an item added to it',
      [['⚓ **Issues**', '⚓ **News**']],
      [[WAVE, ITEM('새 부표', 'ref-iss-2') + WAVE]],
    ],
    [
      'a moved item and a bullet of another',
      [
        [TUG, ''],
        [WAVE, WAVE + TUG],
      ],
      [['밧줄의 장력을', '밧줄의 힘을']],
    ],
    [
      'items added to two sections',
      [[WAVE, ITEM('새 부표', 'ref-iss-4') + WAVE]],
      [['### Ropes and Gates', `${ITEM('Nets', 'ref-pa-2')}### Ropes and Gates`]],
    ],
    [
      'items added at two places of a section',
      [[TUG, TUG + ITEM('새 부표', 'ref-iss-1')]],
      [[WAVE, ITEM('새 돛', 'ref-iss-4') + WAVE]],
    ],
    [
      'a reference added at the end and one corrected',
      [[LAST, `${LAST}\n[^ref-pa-3]: [Nets](https://papers.example/3)\n`]],
      [['harbour.example/tugs', 'harbour.example/quiet-tugs']],
    ],
    [
      'a deleted item and another one edited',
      [[TUG, '']],
      [['요금이 내려갑니다', '요금이 내려가요']],
    ],
    [
      "a figure and its item's title",
      [['{: width="600"}', '{: width="800"}']],
      [['등대의 새 눈', '등대의 눈']],
    ],
    [
      'keywords and the first item',
      [['로봇 배', '로봇 배, 라이다']],
      [['첫 항해를', '두 번째 항해를']],
    ],
    [
      'the same correction twice',
      [
        ['첫 항해를', '두 번째 항해를'],
        ['#1"', '#2"'],
      ],
      [['첫 항해를', '두 번째 항해를']],
    ],
  ];
  it.each(cases)('%s', (_name, ours, theirs) => {
    const expected = changed(
      changed(POST, ours),
      theirs.filter(([from]) => !ours.some(([other]) => other === from)),
    );
    const there = theirs.some(([from]) => ours.some(([other]) => other === from));
    const merged = both(ours, theirs);
    if (!there || theirs[0]?.[1] === ours[0]?.[1]) expect(merged.text).toBe(expected);
    else expect(merged.text).toContain('pin: true\nmath: true\n');
    expect(both(theirs, ours).text).toBe(merged.text);
  });

  it('a citation that numbers the others anew, and a bullet below a numbered title', () => {
    const ours = POST.replace(/ref-iss-([2-4])/g, (_, n) => `ref-iss-${Number(n) + 1}`)
      .replace('### 등대의', () => `${ITEM('새 부표', 'ref-iss-2')}### 등대의`)
      .replace(
        '[^ref-iss-3]: ',
        '[^ref-iss-2]: [Buoys](https://harbour.example/buoys)\n\n[^ref-iss-3]: ',
      );
    const typo: Change = ['라이다를 올렸습니다', '라이다를 달았습니다'];
    const merged = mergePosts(POST, ours, changed(POST, [typo]), place);
    expect(merged.text).toBe(changed(ours, [typo]));
  });
});

describe('changes that contradict each other', () => {
  const cases: readonly [string, readonly Change[], readonly Change[]][] = [
    ['two titles', [['#1"', '#2"']], [['#1"', '#3"']]],
    ['a deleted item and its bullet', [[TUG, '']], [['절반으로', '반으로']]],
    [
      'a moved item and its bullet',
      [
        [TUG, ''],
        [WAVE, WAVE + TUG],
      ],
      [['절반으로', '반으로']],
    ],
    [
      'two items added at one place',
      [[WAVE, ITEM('새 부표', 'ref-iss-1') + WAVE]],
      [[WAVE, ITEM('새 돛', 'ref-iss-1') + WAVE]],
    ],
    [
      'two references added at the end',
      [[LAST, `${LAST}\n[^ref-pa-3]: A\n`]],
      [[LAST, `${LAST}\n[^ref-pa-3]: B\n`]],
    ],
  ];
  it.each(cases)('%s', (_name, ours, theirs) => {
    const merged = both(ours, theirs);
    expect(merged.text).toBeNull();
    expect(merged.conflicts.length).toBeGreaterThan(0);
  });
});

describe('lines that merge to a post that nobody meant', () => {
  const cases: readonly [string, string, readonly Change[], readonly Change[]][] = [
    [
      'merge-duplicate-key',
      'a key added at two places',
      [['pin: false\n', 'math: true\npin: false\n']],
      [['pin: false\n', 'pin: false\nmath: false\n']],
    ],
    [
      'merge-duplicate-footnote',
      'a label used for two new references',
      [['[^ref-iss-1]: ', '[^ref-iss-9]: A\n\n[^ref-iss-1]: ']],
      [[LAST, `${LAST}\n[^ref-iss-9]: B\n`]],
    ],
    [
      'merge-lost-footnote',
      'a reference removed and cited anew',
      [
        ['[^ref-pa-1]: [Tides as Tokens](https://papers.example/1)\n\n', ''],
        ['### Tides as Tokens  [^ref-pa-1]', '### Tides as Tokens'],
      ],
      [['요금이 내려갑니다', '요금이 내려갑니다[^ref-pa-1]']],
    ],
    [
      'merge-heading',
      'a deleted item, and a bullet added right below it',
      [[TUG, '']],
      [['줄었습니다.\n\n###', '줄었습니다.\n\n- 더 조용합니다.\n###']],
    ],
    [
      'merge-unreadable',
      'quotes opened on one side and lines put between',
      [['description: What moved on the water.', 'description: "What moved\n  on the water."']],
      [['pin: false\n', 'pin: false\n"open: \n']],
    ],
  ];
  it.each(cases)('%s: %s', (code, _name, ours, theirs) => {
    const merged = both(ours, theirs);
    expect(merged).toMatchObject({ text: null, conflicts: [] });
    expect(codeOf(merged)).toBe(code);
  });

  it('merge-stray-footnote: an old number cited while the other side numbers anew', () => {
    const ours = POST.replace(/ref-iss-([2-4])/g, (_, n) => `ref-iss-${Number(n) + 1}`).replace(
      '[^ref-iss-3]: ',
      '[^ref-iss-2]: [Buoys](https://harbour.example/buoys)\n\n[^ref-iss-3]: ',
    );
    const merged = mergePosts(
      POST,
      ours,
      changed(POST, [['절반으로', '절반으로[^ref-iss-4]']]),
      place,
    );
    expect(codeOf(merged)).toBe('merge-stray-footnote');
  });

  it('keeps a merge of plain posts', () => {
    const plain = `${FRONT}\nFirst words.\n\n## One\nText.\n\n## Two\nMore text.\n`;
    const ours = changed(plain, [['First words', 'Opening words']]);
    const theirs = changed(plain, [['More text', 'Much more text']]);
    const merged = mergePosts(plain, ours, theirs, place);
    expect(parsePostFile(merged.text ?? '').body).toBe(
      '\nOpening words.\n\n## One\nText.\n\n## Two\nMuch more text.\n',
    );
  });
});
