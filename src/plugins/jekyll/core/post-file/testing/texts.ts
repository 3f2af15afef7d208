// eslint-disable-next-line no-restricted-imports -- tests read the real posts; nothing else does I/O here
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedDir } from '../../../../../../tests/helpers/shared';

/** The Markdown files of a folder and its folders. */
export function markdownFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The real posts, with their paths; empty where they are absent. */
export function realPosts(): { path: string; text: string }[] {
  const shared = sharedDir();
  if (shared === null) return [];
  const files = ['corpus/ko', 'corpus/en', 'sample'].flatMap((name) =>
    markdownFiles(join(shared, name)),
  );
  return files.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

/** Front matters of our own, one oddity or more each. */
export const ODD_FRONT_MATTERS: readonly string[] = [
  '',
  '\n',
  '# nothing but a comment\n',
  '~\n',
  'title: "A day: in the #life"\ndate: 2025-01-12 00:00:00 +/-TTTT\ntags: [ one,two ,  three ]\n',
  "title: 'It''s fine' # keep\ncategories:\n- One\n- 'Two'\n# between\n- \"Three\" # third\n",
  'title: plain\ntitle: twice\nimage:\n  path: a.jpg # the file\n  alt: ""\n',
  'description: >-\n  words that\n  fold into one\n  line\n\nmath: yes\n',
  'description: |\n    first\n      deeper\n    last\n\n\npin: Off\n',
  'tags: [\n  a,\n  "b", # why\n  c\n]\nx: 1\n',
  'tags: [a,\nb]\ntitle: "one\ntwo"\n',
  'a: &base {x: 1, y: [1, 2]}\nb: *base\nc:\n  <<: *base\n  z: 3\n',
  '{title: flow, tags: [a, b], image: {path: x}}\n',
  'date:\ntags:   # none yet\nauthor: \nlast: x\n',
  'list:\n  - name: a\n    url: b\n  - name: c\n    url: d\n',
  'empty: ""\nnumber: 0123\ntime: 12:30\nbool: on\nnothing: null\n',
  '한글: 값\n"quoted key": 1\n? explicit\n: 2\n',
  '  title: indented\n  tags: [x]\n',
  'keep: |+\n  text\n\n\nnext: 1\n',
  'tabs:\tafter\t# comment\nx:  two blanks\n',
];
