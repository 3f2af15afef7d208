import type { ExportAction } from '../contracts/report';
import type { GitSettings } from './settings';

/** A file as the message of a commit names it. */
export interface NamedFile {
  readonly path: string;
  readonly action: ExportAction;
  /** Title of the post; null for a medium. */
  readonly title: string | null;
  readonly locale: string | null;
  readonly from?: string | undefined;
}

type Written = Extract<ExportAction, 'add' | 'change' | 'rename' | 'delete'>;
const ACTIONS: readonly Written[] = ['add', 'change', 'rename', 'delete'];
const isWritten = (action: ExportAction): action is Written => ACTIONS.includes(action as Written);

interface Words {
  readonly actions: Readonly<Record<Written, string>>;
  posts(count: number): string;
  files(count: number): string;
  /** `what` is a list of titles, or a number of posts. */
  subject(action: string, what: string): string;
  mixed(parts: readonly string[]): string;
  quote(title: string): string;
}

const WORDS: Readonly<Record<GitSettings['language'], Words>> = {
  en: {
    actions: { add: 'Publish', change: 'Update', rename: 'Move', delete: 'Remove' },
    posts: (count) => (count === 1 ? '1 post' : `${count} posts`),
    files: (count) => (count === 1 ? '1 image' : `${count} images`),
    subject: (action, what) => `${action} ${what}`,
    mixed: (parts) =>
      parts.map((part, index) => (index === 0 ? part : lowerFirst(part))).join(', '),
    quote: (title) => `"${title}"`,
  },
  ko: {
    actions: { add: '발행', change: '수정', rename: '이동', delete: '삭제' },
    posts: (count) => `포스트 ${count}개`,
    files: (count) => `이미지 ${count}개`,
    subject: (action, what) => `${what} ${action}`,
    mixed: (parts) => parts.join(', '),
    quote: (title) => `"${title}"`,
  },
};

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** Titles in a subject; more of them are a number there and a list below. */
const NAMED = 3;
const SUBJECT = 100;

/**
 * Message of a commit: the posts by their titles, and below them the files, in the owner's
 * language. With `messageTemplate`, that text with {summary} {posts} {count} {actions} {paths}
 * filled in.
 *
 * @param files those of the run; what was not written is left out
 */
export function commitMessage(
  files: readonly NamedFile[],
  settings: Pick<GitSettings, 'language' | 'messageTemplate'>,
): string {
  const words = WORDS[settings.language];
  const written = files.filter(({ action }) => isWritten(action));
  const posts = written.filter(({ title }) => title !== null);
  const summary = summarize(words, written, posts);
  const paths = written.map((file) => bullet(words, file)).join('\n');
  if (settings.messageTemplate === null) return paths === '' ? summary : `${summary}\n\n${paths}`;

  const actions = ACTIONS.filter((action) => written.some((file) => file.action === action));
  const values: Readonly<Record<string, string>> = {
    summary,
    posts: titles(posts).map(words.quote).join(', '),
    count: String(titles(posts).length),
    actions: actions.map((action) => words.actions[action]).join(', '),
    paths,
  };
  // In one pass: a title that looks like a placeholder is a title.
  return settings.messageTemplate.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
}

function summarize(
  words: Words,
  written: readonly NamedFile[],
  posts: readonly NamedFile[],
): string {
  const counted = posts.length > 0 ? posts : written;
  const parts = ACTIONS.flatMap((action) => {
    const those = counted.filter((file) => file.action === action);
    if (those.length === 0) return [];
    const named = titles(those);
    const listed = named.map(words.quote).join(', ');
    const short = posts.length > 0 && named.length <= NAMED && listed.length <= SUBJECT;
    const number = posts.length > 0 ? words.posts(named.length) : words.files(those.length);
    return [words.subject(words.actions[action], short ? listed : number)];
  });
  const subject = words.mixed(parts);
  if (subject.length <= SUBJECT * 1.5 || parts.length === 1) return subject;
  return words.posts(titles(posts).length);
}

/** Each title once, in one line: two languages of a post are one post where they share it. */
const titles = (posts: readonly NamedFile[]): string[] => [
  ...new Set(posts.map(({ title, path }) => oneLine(title ?? '') || path)),
];

// eslint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replace(/[\s\0-\x1f\x7f]+/g, ' ').trim();

function bullet(words: Words, { action, title, locale, path, from }: NamedFile): string {
  const name = title === null ? '' : ` ${words.quote(oneLine(title))}`;
  const place = from === undefined ? path : `${from} → ${path}`;
  const verb = isWritten(action) ? words.actions[action] : action;
  return `- ${verb}:${name}${title !== null && locale !== null ? ` (${locale})` : ''} ${oneLine(place)}`;
}
