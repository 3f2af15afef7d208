import { type PostKind, readPost } from '../../post';
import type { PostContent } from '../../post';
import { parsePostFile } from '../../post-file';
import type { Problem } from '../../problem';
import { type OutlineBlock, readOutline } from '../../trend-post';

/** Where a post stands and in which zone its dates are read. */
export interface PostPlace {
  readonly path: string;
  readonly zone: string;
}

/** One version of a post, read for comparing it with others. */
export interface Version {
  readonly text: string;
  readonly content: PostContent;
  readonly kind: PostKind;
  readonly errors: readonly Problem[];
  /** Top-level keys of the front matter as often as they stand there. */
  readonly keys: readonly string[];
  readonly blocks: readonly OutlineBlock[];
  /** Footnote labels as often as they are defined. */
  readonly defined: readonly string[];
  /** What each label's (first) definition says. */
  readonly footnotes: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The four texts of a merge. */
export interface Versions {
  readonly base: Version;
  readonly ours: Version;
  readonly theirs: Version;
  readonly merged: Version;
}

export function readVersion(text: string, { path, zone }: PostPlace): Version {
  const { content, kind, problems } = readPost(text, path, zone);
  const { frontMatter, body } = parsePostFile(text);
  const { blocks, definitions } = readOutline(body);
  const footnotes = new Map<string, string>();
  for (const { label, text: said } of definitions) {
    if (!footnotes.has(label)) footnotes.set(label, said);
  }
  return {
    text,
    content,
    kind,
    errors: problems.filter((problem) => problem.severity === 'error'),
    keys: topLevelKeys(frontMatter?.yaml ?? ''),
    blocks,
    defined: definitions.map((definition) => definition.label),
    footnotes,
    body,
  };
}

/** Keys that begin a line; of two equal ones Psych reads only the last, so readers don't tell. */
function topLevelKeys(yaml: string): string[] {
  const keys = yaml.match(
    /^(?:"[^"\n]*"|'[^'\n]*'|[^\s#'"{}[\]&*!|>-][^\n]*?)(?=[ \t]*:(?:\s|$))/gm,
  );
  return (keys ?? []).map((key) => key.replace(/^(["'])(.*)\1$/, '$2'));
}

/** Names that stand more than once in the merged text though in neither side. */
export function newDuplicate(of: (version: Version) => readonly string[], versions: Versions) {
  const twice = (version: Version) => {
    const seen = new Set<string>();
    return of(version).filter((name) => seen.has(name) || !seen.add(name));
  };
  const known = new Set([...twice(versions.ours), ...twice(versions.theirs)]);
  return twice(versions.merged).find((name) => !known.has(name));
}
