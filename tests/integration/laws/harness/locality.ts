import type { BodyFields, PostContent } from '../../../../src/plugins/jekyll/core/post';
import { firstLine, itemTexts, labelTexts, trimBlank, withoutLabels } from './content';
import { changedLines, isSeparator, rawLines, splitFile, withoutKeys } from './lines';

/** What an edit may touch. */
export interface Reach {
  /** Front matter keys whose lines may change; none for an edit of the body. */
  readonly keys: readonly string[];
  /** The body may change as the contents say. */
  readonly body: boolean;
  /** Sections, items or whole fields come, go or move: separators come and go with them. */
  readonly structural: boolean;
  /** Footnote labels may be given anew. */
  readonly relabels: boolean;
}

/** Lines outside of an edit's reach that a new file changed, as sentences; empty where the law holds. */
export function strayLines(
  oldText: string,
  newText: string,
  before: PostContent,
  after: PostContent,
  reach: Reach,
): string[] {
  const old = splitFile(oldText);
  const now = splitFile(newText);
  const stray: string[] = [];
  if (old.bom !== now.bom) stray.push('the byte order mark changed');

  if (old.front !== null || reach.keys.length === 0) {
    // A closing fence at the end of the file needs an end of line before a body.
    const close = old.body === '' && now.body !== '' ? `${old.close.trimEnd()}\n` : old.close;
    if (old.open !== now.open || ![old.close, close].includes(now.close)) {
      stray.push('a fence changed');
    }
    const keys = new Set(reach.keys);
    const left = withoutKeys(old.front ?? [], keys).join('');
    const right = withoutKeys(now.front ?? [], keys).join('');
    // A front matter that is one flow map has no lines of its own for its keys.
    if (left !== right && !isFlowMap(old.front)) {
      const { removed, added } = changedLines(rawLines(left), rawLines(right));
      stray.push(`front matter: -${JSON.stringify(removed)} +${JSON.stringify(added)}`);
    }
  } else if (
    withoutKeys(now.front ?? [], new Set(reach.keys))
      .join('')
      .trim() !== ''
  ) {
    stray.push(`new front matter says more: ${JSON.stringify(now.front)}`);
  }
  if (!reach.body) {
    const made = old.front === null && now.front !== null;
    if (now.body !== old.body && !(made && now.body.trimStart() === old.body.trimStart())) {
      stray.push(`the body changed: ${describe(old.body, now.body)}`);
    }
    return stray;
  }
  return [...stray, ...strayBody(old.body, now.body, before, after, reach)];
}

const isFlowMap = (front: readonly string[] | null): boolean =>
  front?.find((line) => !/^\s*(?:#|$)/.test(line))?.startsWith('{') ?? false;

function strayBody(
  oldBody: string,
  newBody: string,
  before: BodyFields,
  after: BodyFields,
  reach: Reach,
): string[] {
  const stray: string[] = [];
  const shown = changedLines(contentLines(before), contentLines(after));
  const inFile = changedLines(mappedLines(oldBody), mappedLines(newBody));
  if (reach.relabels) {
    // Sections that come to show different prefixes no longer share a definition: each has its own.
    const known = new Set(mappedLines(oldBody).filter((line) => line.startsWith('[^]: ')));
    inFile.added = inFile.added.filter((line) => !known.has(line));
    const shared = new Set(mappedLines(newBody).filter((line) => line.startsWith('[^]: ')));
    inFile.removed = inFile.removed.filter((line) => !shared.has(line));
  }
  const isText = (line: string): boolean => !isSeparator(line);
  for (const side of ['removed', 'added'] as const) {
    const wanted = shown[side].filter(isText);
    const got = inFile[side].filter(isText);
    if (wordsOf(got) !== wordsOf(wanted)) {
      stray.push(
        `${got.length} lines ${side}, ${wanted.length} spell the change: ${brief(got)} for ${brief(wanted)}`,
      );
    }
    if (reach.structural) continue;
    const wantedBlank = shown[side].filter(isSeparator).length;
    const gotBlank = inFile[side].filter(isSeparator).length;
    if (gotBlank > wantedBlank) stray.push(`${gotBlank} separators ${side}, not ${wantedBlank}`);
  }
  if (!reach.relabels) {
    // Raw lines, ends and labels included: whatever is not spelled anew keeps its bytes.
    const raw = changedLines(rawLines(oldBody), rawLines(newBody));
    const most = Math.max(inFile.removed.length, shown.removed.length);
    const got = raw.removed.filter((line) => isText(line.trimEnd()));
    // The last line of a field may gain or lose its end.
    if (got.length > most + 1) {
      stray.push(`${got.length} lines lost their bytes, ${most} should: ${brief(got)}`);
    }
  }
  return stray;
}

/** Lines by their words, in any order: what differs besides is spelling. */
const wordsOf = (lines: readonly string[]): string =>
  lines
    .map((line) => (line.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join(' '))
    .sort()
    .join('\n');

const DEFINITION = /^ {0,3}\[\^[\w-]+\]:[ \t]*/;

/** Lines of a file's body with every label replaced by what its definition says. */
export function mappedLines(body: string): string[] {
  const lines = body.replace(/\r\n?/g, '\n').split('\n');
  const texts = new Map<string, string>();
  for (const line of lines) {
    const match = /^ {0,3}\[\^([\w-]+)\]:[ \t]*(.*)$/.exec(line);
    if (match) texts.set(match[1] ?? '', (match[2] ?? '').trim());
  }
  const bare = lines.map((line) => line.replace(DEFINITION, '[^]: ')).join('\n');
  return withoutLabels(bare, texts)
    .split('\n')
    .map((line) => line.trimEnd());
}

/** Lines that a content shows, labels replaced in the same way. */
export function contentLines(content: BodyFields): string[] {
  const texts = labelTexts(content);
  const lines: string[] = [];
  const put = (text: string, own: ReadonlyMap<string, string> = texts): void => {
    const trimmed = trimBlank(text);
    if (trimmed === '') return;
    const bare = trimmed
      .split('\n')
      .map((line) => line.replace(DEFINITION, '[^]: '))
      .join('\n');
    lines.push(
      ...withoutLabels(bare, own)
        .split('\n')
        .map((line) => line.trimEnd()),
    );
  };
  if (content.keywords.length > 0) {
    put(`> **<u>KEYWORDS</u>**\n> ${content.keywords.join(', ')}\n{: .prompt-info }`);
  }
  put(content.body);
  const definitions = new Map<string, string>();
  for (const { heading, lead, items } of content.sections) {
    put(`## ${heading}`);
    put(lead);
    for (const { title, body, citations } of items) {
      const marks = citations.map(({ text }) => ` [^=${firstLine(text)}]`).join('');
      put(`### ${title}${marks}`);
      put(body, itemTexts(texts, citations));
      for (const { label, text } of citations) definitions.set(`${label}\n${text}`, text);
    }
  }
  for (const text of definitions.values()) lines.push(...`[^]: ${text}`.trimEnd().split('\n'));
  put(content.closing ?? '');
  return lines;
}

const brief = (lines: readonly string[]): string => JSON.stringify(lines.slice(0, 6)).slice(0, 400);

function describe(a: string, b: string): string {
  const { removed, added } = changedLines(rawLines(a), rawLines(b));
  return `-${brief(removed)} +${brief(added)}`;
}
