import { blanksAt, trailingBlanks } from './lines';

/** A heading line taken apart; the parts in order give the line again. */
export interface HeadingLine {
  /** `### ` */
  readonly open: string;
  /** `**` when the emphasis encloses title and marks: `**Title [^a]**`. */
  readonly wrap: string;
  readonly title: string;
  /** The marks with the blanks before each: ` [^a] [^b]`. */
  readonly marks: string;
  /** Closing `#`s, with the blanks before them. */
  readonly closers: string;
  /** `{#id}` or `{: .class}` at the end, with the blanks before it. */
  readonly attributes: string;
  readonly trailing: string;
}

const MARK = /\[\^(\w[\w-]*)\]$/;
const ATTRIBUTES = /\{(?::(?![:/])[^{}]+|#[A-Za-z_][^{}\s]*)\}$/;
const WRAPPED = /^(\*{1,3}|_{1,3})(?![\s*_])(.*)\1$/;

/**
 * Takes a heading line apart. Marks at its end count when `isDefined` knows their label; a mark
 * that the house form would not spell again (after an attribute list) stays in the title.
 */
export function readHeading(line: string, isDefined: (label: string) => boolean): HeadingLine {
  const trailing = trailingBlanks(line);
  const open = /^#{1,6}[\t ]+/.exec(line)?.[0] ?? '';
  const content = cut(line.slice(open.length), trailing);
  const attributes = attributesOf(content);
  const rest = cut(content, attributes);
  const closers = closersOf(rest);
  const core = cut(rest, closers);
  const wrapped = WRAPPED.exec(core);
  const wrap = wrapped?.[1] ?? '';
  const inner = wrapped?.[2] ?? '';
  const within = splitMarks(inner.trimEnd(), isDefined);
  if (wrapped && within.marks !== '' && !within.title.includes(wrap)) {
    return { open, wrap, ...within, closers, attributes, trailing };
  }
  const plain = splitMarks(core, isDefined);
  if (plain.marks !== '' && ATTRIBUTES.test(plain.title)) {
    return { open, wrap: '', title: core, marks: '', closers, attributes, trailing };
  }
  return { open, wrap: '', ...plain, closers, attributes, trailing };
}

/** The title as content: with its emphasis and its attribute list, without marks. */
export function titleOf(heading: HeadingLine): string {
  return `${heading.wrap}${heading.title}${heading.wrap}${heading.attributes}`.trim();
}

/** The labels of the marks, in order. */
export function labelsOf(heading: HeadingLine): string[] {
  return [...heading.marks.matchAll(/\[\^(\w[\w-]*)\]/g)].map((mark) => mark[1] ?? '');
}

/** A heading line in the house form: `### Title [^a] [^b]`, marks before an attribute list. */
export function printHeading(open: string, title: string, labels: readonly string[]): string {
  const flat = title.replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks)).trim();
  const attributes = attributesOf(flat);
  const core = cut(flat, attributes);
  const marks = labels.map((label) => `[^${label}]`).join(' ');
  const text = core !== '' && marks !== '' ? `${core} ${marks}` : core + marks;
  // Closing #s are dropped by the renderer, so a title that ends in some gets one more.
  return open + text + (closersOf(text) === '' ? '' : ' #') + attributes;
}

/** The line with another title or other labels; what does not change keeps its spelling. */
export function respellHeading(
  heading: HeadingLine,
  title: string,
  labels: readonly string[],
): string {
  const old = labelsOf(heading);
  const sameTitle = title === titleOf(heading);
  if (sameTitle && old.length === labels.length) {
    let next = 0;
    const marks = heading.marks.replace(/\[\^\w[\w-]*\]/g, () => `[^${labels[next++] ?? ''}]`);
    return joinHeading({ ...heading, marks });
  }
  const printed = readHeading(printHeading(heading.open, title, labels), (label) =>
    labels.includes(label),
  );
  if (heading.wrap !== '') return joinHeading({ ...printed, trailing: heading.trailing });
  const blanks = /^[\t ]*/.exec(heading.marks)?.[0] ?? '';
  const marks =
    old.length > 0 && labels.length > 0 && printed.wrap === ''
      ? blanks + printed.marks.trimStart()
      : printed.marks;
  const closers = printed.closers === '' ? heading.closers : printed.closers;
  return joinHeading({ ...printed, marks, closers, trailing: heading.trailing });
}

function joinHeading(h: HeadingLine): string {
  return h.open + h.wrap + h.title + h.marks + h.wrap + h.closers + h.attributes + h.trailing;
}

function splitMarks(
  text: string,
  isDefined: (label: string) => boolean,
): { title: string; marks: string } {
  let title = text;
  for (let mark = MARK.exec(title); mark; mark = MARK.exec(title)) {
    const before = title.slice(0, mark.index);
    if (!isDefined(mark[1] ?? '') || /(?:^|[^\\])\\$/.test(before)) break;
    title = before.slice(0, blanksAt(before));
  }
  return { title, marks: text.slice(title.length) };
}

/** An attribute list at the end, with the blanks before it. */
function attributesOf(text: string): string {
  const list = ATTRIBUTES.exec(text);
  return list ? text.slice(blanksAt(text.slice(0, list.index))) : '';
}

/** Closing `#`s, with the blanks before them; '' where none part them from the text. */
function closersOf(text: string): string {
  let at = text.length;
  while (text[at - 1] === '#') at -= 1;
  const blanks = blanksAt(text.slice(0, at));
  return at < text.length && blanks < at ? text.slice(blanks) : '';
}

function cut(text: string, suffix: string): string {
  return suffix === '' ? text : text.slice(0, -suffix.length);
}
