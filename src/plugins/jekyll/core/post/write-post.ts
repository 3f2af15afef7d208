import {
  createFrontMatter,
  editFrontMatter,
  type FrontMatterEdit,
  type FrontMatterEntry,
  parsePostFile,
  PostFileError,
  printPostFile,
  readFileName,
} from '../post-file';
import type { Problem } from '../problem';
import type { SurveyPrintOptions } from '../trend-post';
import { keptFootnotes, sameBody, writeBody } from './body';
import type { FrontMatterFields, PostContent } from './content';
import { houseForm, type PostForm } from './form';
import { otherEdits, PUBLISHED_KEY, readOther, sameValue } from './other';
import { movedPath, newPath, type PathContext, sameSlug } from './path';
import { readFields } from './read-post';
import type { Entries, Rule, RuleContext } from './rule';
import { RULED_FIELDS, RULES } from './rules';

export interface Baseline {
  /** The file as last seen in the blog; null when only its place is known. */
  readonly text: string | null;
  readonly path: string;
}

export interface WriteContext extends PathContext {
  /** YAML pairs that a new file of this locale says although the entry doesn't (`lang: en`). */
  readonly localeFrontMatter: string;
  /** Form of what is written newly; unset: {@link DEFAULT_FORM}. */
  readonly form?: PostForm | undefined;
}

const rulesOf = (path: string, { zone, form }: WriteContext): RuleContext => ({
  zone,
  fileName: readFileName(path),
  mediaBaseKey: form?.mediaBaseKey,
});

const printing = ({ form }: WriteContext): SurveyPrintOptions =>
  form ? { house: houseForm(form) } : {};

export interface WrittenPost {
  /** null when problems of severity error keep the post from being written. */
  readonly text: string | null;
  readonly path: string;
  readonly problems: readonly Problem[];
}

/**
 * The Jekyll file of a post: the baseline with only the lines changed that spell the change, or,
 * without one, the house form. What is written is read again: a field that the file would not say
 * is a problem, never a silent loss.
 */
export function writePost(
  next: PostContent,
  baseline: Baseline | null,
  context: WriteContext,
): WrittenPost {
  const other = readOther(next.otherFrontMatter);
  const broken = other.problems.filter((problem) => problem.severity === 'error');
  const placed = placePost(next, baseline, context);
  const refusals = [...broken, ...placed.problems];
  if (refusals.length > 0) return { text: null, path: placed.path, problems: refusals };

  const wanted = { ...next, other: unclaimed(withLocale(other.entries, context), next) };
  try {
    const text = writeText(wanted, baseline, placed.path, context);
    return { text, path: placed.path, problems: unsaid(wanted, text, placed.path, context) };
  } catch (error) {
    if (!(error instanceof PostFileError)) throw error;
    return { text: null, path: placed.path, problems: [problemOf(error)] };
  }
}

type Wanted = PostContent & { readonly other: ReadonlyMap<string, FrontMatterEntry> };

/** What files of this locale say although the entry doesn't, unless the entry says it itself. */
function withLocale(
  other: ReadonlyMap<string, FrontMatterEntry>,
  context: WriteContext,
): ReadonlyMap<string, FrontMatterEntry> {
  return new Map([...other, ...missing(readOther(context.localeFrontMatter).entries, other)]);
}

const missing = <T>(all: ReadonlyMap<string, T>, known: ReadonlyMap<string, T>): [string, T][] =>
  [...all].filter(([key]) => !known.has(key));

/** A key of a field counts in other front matter only while its field is empty. */
function unclaimed(
  other: ReadonlyMap<string, FrontMatterEntry>,
  next: FrontMatterFields,
): Map<string, FrontMatterEntry> {
  const kept = new Map(other);
  kept.delete(PUBLISHED_KEY);
  for (const field of RULED_FIELDS) {
    const rule = RULES[field] as Rule<unknown>;
    if (field === 'cover' || rule.empty(next[field])) continue;
    for (const key of rule.keys) kept.delete(key);
  }
  const published = other.get(PUBLISHED_KEY);
  if (published && published.value !== false) kept.set(PUBLISHED_KEY, published);
  return kept;
}

function placePost(next: PostContent, baseline: Baseline | null, context: WriteContext) {
  if (!baseline) return newPath(next, context);
  if (baseline.text === null) {
    const name = readFileName(baseline.path);
    const before = { slug: name?.slug ?? '', date: next.date };
    return movedPath(baseline.path, before, next, false, context);
  }
  const { fields, entries } = readFields(baseline.text, baseline.path, context.zone);
  return movedPath(baseline.path, fields, next, Boolean(entries.get('slug')?.value), context);
}

function writeText(
  next: Wanted,
  baseline: Baseline | null,
  path: string,
  context: WriteContext,
): string {
  const standing = baseline?.text ?? null;
  if (standing === null) return writeNew(next, path, context);

  const file = parsePostFile(standing);
  const before = readFields(standing, baseline?.path ?? path, context.zone);
  const rules = rulesOf(path, context);
  const edits = fieldEdits(next, before.fields, before.entries, rules, context);
  if (before.entries.get(PUBLISHED_KEY)?.value === false && !next.other.has(PUBLISHED_KEY)) {
    edits.push({ key: PUBLISHED_KEY, remove: true });
  }
  let edited = edits.length > 0 ? editFrontMatter(file, edits) : file;
  // Read again: an edit of the cover and one of the keys beside it meet in one map.
  const others = otherEdits(
    next.other,
    unclaimed(readOther(before.fields.otherFrontMatter).entries, next),
    edits.length > 0
      ? readFields(printPostFile(edited), path, context.zone).entries
      : before.entries,
  );
  if (others.length > 0) edited = editFrontMatter(edited, others);
  if (path !== baseline?.path) {
    // Title and date that the old name said: the new one must not change them.
    const moved = readFields(printPostFile(edited), path, context.zone);
    const derived = fieldEdits(next, moved.fields, moved.entries, rules, context);
    if (derived.length > 0) edited = editFrontMatter(edited, derived);
  }
  return printPostFile({ ...edited, body: writeBody(next, file.body, printing(context)) });
}

function fieldEdits(
  next: FrontMatterFields,
  before: FrontMatterFields,
  entries: Entries,
  rules: RuleContext,
  context: WriteContext,
): FrontMatterEdit[] {
  return RULED_FIELDS.flatMap((field) => {
    const rule = RULES[field] as Rule<unknown>;
    if (rule.same(next[field], before[field])) return [];
    if (field === 'slug' && sameSlug(next.slug, before.slug, context.suffix)) return [];
    return [...rule.edits(next[field], entries, rules)];
  });
}

/** The house form: every field that says something, in the order of Chirpy's writers. */
function writeNew(next: Wanted, path: string, context: WriteContext): string {
  const entries: Entries = new Map();
  const rules = rulesOf(path, context);
  const edits: FrontMatterEdit[] = RULED_FIELDS.flatMap((field) => {
    const rule = RULES[field] as Rule<unknown>;
    return rule.empty(next[field]) ? [] : [...rule.edits(next[field], entries, rules)];
  });
  const cover = next.other.get('image');
  for (const entry of next.other.values()) {
    if (entry !== cover) edits.push({ key: entry.key, source: entry.source });
  }
  const empty = { bom: '' as const, frontMatter: createFrontMatter([]), body: '' };
  let file = editFrontMatter(empty, edits);
  if (cover) {
    const said = readFields(printPostFile(file), path, context.zone).entries;
    file = editFrontMatter(file, otherEdits(new Map([['image', cover]]), new Map(), said));
  }
  return printPostFile({ ...file, body: writeBody(next, null, printing(context)) });
}

/** Fields that the written file does not say as the entry does. */
function unsaid(next: Wanted, text: string, path: string, context: WriteContext): Problem[] {
  const read = readFields(text, path, context.zone);
  const lost: (keyof FrontMatterFields | 'body')[] = RULED_FIELDS.filter((field) => {
    const rule = RULES[field] as Rule<unknown>;
    if (rule.same(next[field], read.fields[field])) return false;
    if (field === 'slug') return !sameSlug(next.slug, read.fields.slug, context.suffix);
    // Jekyll makes up what an empty title or date leaves open.
    return !((field === 'title' || field === 'date') && rule.empty(next[field]));
  });
  if (!sameBody(read.body, next)) lost.push('body');
  if (!saysOther(read.fields.otherFrontMatter, next.otherFrontMatter, context)) {
    lost.push('otherFrontMatter');
  }
  const kept = keptFootnotes(read.body, next).map((label) => footnoteKept(label, path));
  const bare = endsInBareSection(next)
    ? ['sections', 'closing'].map((field) => sectionAsClosing(field, path))
    : [];
  return [...lost.map((field) => notRepresentable(field, path)), ...kept, ...bare];
}

/**
 * The file says the keys that the entry says beside its fields, and no others but the locale's. A
 * key that belongs to a field with a value of its own may fail this either way.
 */
function saysOther(said: string, wanted: string, context: WriteContext): boolean {
  if (said === wanted) return true;
  const { entries } = readOther(said);
  const next = readOther(wanted).entries;
  const ours = readOther(context.localeFrontMatter).entries;
  return (
    [...entries.keys()].every((key) => next.has(key) || ours.has(key)) &&
    [...next].every(
      ([key, { value }]) => key === PUBLISHED_KEY || sameValue(entries.get(key)?.value, value),
    )
  );
}

function problemOf(error: PostFileError): Problem {
  return {
    code: error.code,
    severity: 'error',
    message: error.messages,
    ...(error.key === undefined ? {} : { field: error.key }),
  };
}

const notRepresentable = (field: string, path: string): Problem => ({
  code: 'field-not-representable',
  severity: 'warning',
  field,
  message: {
    en: `The file at ${path} does not say the field "${field}" exactly as the entry does. Compare the two and simplify the value.`,
    ko: `${path} 파일이 "${field}" 필드를 항목과 똑같이 담지 못합니다. 두 값을 비교해 더 단순하게 고치세요.`,
  },
});

/** Behind the last item a file knows no sections: such a heading is read as closing text. */
const endsInBareSection = ({ sections }: PostContent): boolean =>
  sections.at(-1)?.items.length === 0 && sections.some(({ items }) => items.length > 0);

const sectionAsClosing = (field: string, path: string): Problem => ({
  code: 'section-without-items',
  severity: 'warning',
  field,
  message: {
    en: `${path}: the last section has no items, so its heading and text stand there as closing text. Give it an item, or move it up.`,
    ko: `${path}: 마지막 섹션에 항목이 없어 제목과 글이 맺음글로 들어갔습니다. 항목을 넣거나 섹션을 위로 옮기세요.`,
  },
});

const footnoteKept = (label: string, path: string): Problem => ({
  code: 'footnote-kept',
  severity: 'warning',
  field: 'closing',
  message: {
    en: `${path} keeps the definition of [^${label}], because the text still uses that footnote. Take the mark out of the text to remove it.`,
    ko: `본문이 아직 [^${label}] 각주를 쓰고 있어 ${path} 파일에 그 정의를 남겨 두었습니다. 없애려면 본문에서 각주 표시를 빼세요.`,
  },
});
