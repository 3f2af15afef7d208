import {
  editFrontMatter,
  equalValues,
  parsePostFile,
  printPostFile,
  readFrontMatter,
} from './index';
import type { FrontMatterEntry, PostFile, YamlValue } from './index';
import { itWithShared } from '../../../../../tests/helpers/shared';
import { saysValue } from './values';
import { isYamlMap } from './evaluate';
import { ODD_FRONT_MATTERS, realPosts } from './testing/texts';

interface Post {
  readonly path: string;
  readonly text: string;
}

const odd: Post[] = ODD_FRONT_MATTERS.flatMap((yaml, index) => [
  { path: `odd ${index}`, text: `---\n${yaml}---\n\nbody\n` },
  { path: `odd ${index} CRLF`, text: `---\n${yaml}---\n\nbody`.replace(/\n/g, '\r\n') },
]);

/** Values that a key of this kind is set to. */
function newValues(value: YamlValue): YamlValue[] {
  if (Array.isArray(value)) {
    return [
      [...value, '새 태그'],
      value.slice(1),
      value.slice(0, -1),
      [...value].reverse(),
      ['a, b', ...value],
      value.map((item, index) => (index === 0 ? 'C#: the "first"' : item)),
      [],
    ];
  }
  if (isYamlMap(value)) {
    const [first = 'path'] = Object.keys(value);
    return [{ ...value, [first]: 'new #1.png' }, { ...value, added: '' }, { only: true }];
  }
  return ['Plain words', 'AI: #2 | "트렌드" 🤖', 'yes', '', "it's\n---\nover", true, 42];
}

/** The lines that differ between two texts, cut to the changed stretch. */
function changedLines(before: string, after: string): { from: number; to: number } {
  const a = before.split('\n');
  const b = after.split('\n');
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let tail = 0;
  while (tail < a.length - from && tail < b.length - from && a.at(-1 - tail) === b.at(-1 - tail))
    tail += 1;
  return { from: from + 1, to: a.length - tail };
}

function entriesOf(file: PostFile): Map<string, FrontMatterEntry> {
  return new Map(readFrontMatter(file).entries.map((entry) => [entry.key, entry]));
}

/** `JEKYLL_CMS_FULL=1` tries every value on every key of the real posts, else two of them each. */
function sampled(values: YamlValue[], seed: number): YamlValue[] {
  if (process.env.JEKYLL_CMS_FULL === '1') return values;
  return [0, 3].flatMap((step) => values.slice((seed + step) % values.length).slice(0, 1));
}

function checkEdits({ path, text }: Post, few: boolean): number {
  const file = parsePostFile(text);
  const before = entriesOf(file);
  let count = 0;
  for (const entry of before.values()) {
    if (entry.key === '<<' || entry.merged) continue;
    const all = newValues(entry.value);
    for (const value of few ? sampled(all, text.length + entry.line) : all) {
      const edited = editFrontMatter(file, [{ key: entry.key, value }]);
      const after = printPostFile(edited);
      const name = `${path}: ${entry.key} = ${JSON.stringify(value)}`;
      const read = entriesOf(parsePostFile(after));
      expect({ name, keys: [...read.keys()] }).toEqual({ name, keys: [...before.keys()] });
      for (const [key, { value: now }] of read) {
        const wanted = key === entry.key ? value : before.get(key)?.value;
        expect({ name, key, same: equalValues(now, wanted ?? null) }).toEqual({
          name,
          key,
          same: true,
        });
      }
      const { from, to } = changedLines(text, after);
      const last = entry.line + entry.source.split('\n').length - 2;
      if (from <= to)
        expect({ name, inside: from >= entry.line && to <= last }).toEqual({ name, inside: true });
      // Back again: what stood in the file is what is said again.
      const back = entriesOf(editFrontMatter(edited, [{ key: entry.key, value: entry.value }]));
      expect(saysValue(back.get(entry.key)?.value ?? null, entry.value)).toBe(true);
      count += 1;
    }
  }
  return count;
}

describe('edits of whole posts', () => {
  it('change only the lines of the value in odd front matters', () => {
    const free = (post: Post) => !post.text.includes('&base') && !post.text.includes('{title');
    const counts = odd.filter(free).map((post) => checkEdits(post, false));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(300);
  });

  itWithShared('change only the lines of the value in every real post', () => {
    const posts = realPosts();
    const counts = posts.map((post) => checkEdits(post, true));
    expect(counts.reduce((sum, count) => sum + count)).toBeGreaterThan(posts.length * 5);
  });

  itWithShared('remove a key of a real post with its lines and put its source back', () => {
    for (const { text } of realPosts()) {
      const file = parsePostFile(text);
      for (const { key, source, line } of readFrontMatter(file).entries) {
        const removed = editFrontMatter(file, [{ key, remove: true }]);
        const lines = text.split('\n');
        const count = source.split('\n').length - 1;
        lines.splice(line - 1, count);
        expect(printPostFile(removed)).toBe(lines.join('\n'));
        const again = editFrontMatter(removed, [{ key, source }]);
        expect(entriesOf(again).get(key)?.source).toBe(source);
        expect(printPostFile(editFrontMatter(file, [{ key, source }]))).toBe(text);
      }
    }
  });
});
