import { builtFile } from '../address';

/** The file of one version of a post, as far as it tells which others are the same post. */
export interface PairFile {
  /** Relative to the blog; tells files apart. */
  readonly path: string;
  readonly locale: string;
  /** Without the ending that names the language. */
  readonly slug: string;
  readonly day: string | null;
  readonly pageId: string | null;
  /** Where the site shows it; null where that is not known. */
  readonly address: string | null;
  /** Addresses of the other versions, as the file names them. */
  readonly alternates: readonly string[];
  /** The post that it is known to be a version of; null for a file that is new. */
  readonly document: string | null;
}

/** Which files are versions of one post. */
export interface Pairing {
  /** Paths of the other versions, by path; nothing for a file that stands alone. */
  readonly twins: ReadonlyMap<string, readonly string[]>;
  /** Paths of files that could be other versions as well as others could, by path: they stay apart. */
  readonly ambiguous: ReadonlyMap<string, readonly string[]>;
}

type Group = PairFile[];
/** What files of one post have in common. */
type Evidence = (file: PairFile) => readonly string[];

/** The surest first. */
const EVIDENCE: readonly Evidence[] = [
  ({ pageId }) => (pageId === null ? [] : [pageId]),
  ({ address, alternates }) =>
    [...(address === null ? [] : [address]), ...alternates].map(builtFile),
  ({ slug, day }) => (day === null ? [] : [`${day} ${slug}`]),
  ({ slug }) => [slug],
];

/**
 * Tells which files are versions of one post: by an equal `page_id`, by addresses that one names of
 * another, by day and slug, by the slug alone. A post has one version in a locale; where several files
 * could be it, none is.
 */
export function pairVersions(files: readonly PairFile[]): Pairing {
  let groups = known(files);
  const doubtful = new Map<PairFile, ReadonlySet<PairFile>>();
  for (const [level, evidence] of EVIDENCE.entries()) {
    const current = new Set(groups);
    for (const bucket of buckets(groups, evidence)) {
      // Some may have been merged by another bucket of this level.
      const members = bucket.filter((group) => current.has(group));
      for (const merged of settle(members, level === 0, doubtful)) {
        for (const group of merged) current.delete(group);
        current.add(merged.flat());
      }
    }
    groups = [...current];
  }
  return told(groups, doubtful);
}

function told(
  groups: readonly Group[],
  doubtful: ReadonlyMap<PairFile, ReadonlySet<PairFile>>,
): Pairing {
  const twins = new Map<string, readonly string[]>();
  const ambiguous = new Map<string, readonly string[]>();
  for (const group of groups) {
    for (const file of group) {
      const others = group.filter((other) => other !== file).map(({ path }) => path);
      const rivals = [...(doubtful.get(file) ?? [])].map(({ path }) => path).sort();
      if (others.length > 0) twins.set(file.path, others);
      else if (file.document === null && rivals.length > 0) ambiguous.set(file.path, rivals);
    }
  }
  return { twins, ambiguous };
}

/** Files of one document belong together from the start. */
function known(files: readonly PairFile[]): Group[] {
  const byDocument = new Map<string, Group>();
  const groups: Group[] = [];
  for (const file of files) {
    const group = file.document === null ? undefined : byDocument.get(file.document);
    if (group) {
      group.push(file);
      continue;
    }
    const fresh = [file];
    groups.push(fresh);
    if (file.document !== null) byDocument.set(file.document, fresh);
  }
  return groups;
}

/** Groups with a piece of evidence in common, where one of them is new. */
function buckets(groups: readonly Group[], evidence: Evidence): Group[][] {
  const byKey = new Map<string, Group[]>();
  for (const group of groups) {
    for (const key of new Set(group.flatMap((file) => [...evidence(file)]))) {
      const bucket = byKey.get(key);
      if (bucket) bucket.push(group);
      else byKey.set(key, [group]);
    }
  }
  const isNew = (group: Group): boolean => group.some(({ document }) => document === null);
  return [...byKey.values()].filter((bucket) => bucket.length > 1 && bucket.some(isNew));
}

/**
 * Which groups of a bucket become one: all, where all fit together; else those that fit each other
 * and nobody else. Of the rest it is noted with whom they might have.
 */
function settle(
  members: readonly Group[],
  byId: boolean,
  doubtful: Map<PairFile, ReadonlySet<PairFile>>,
): Group[][] {
  if (members.length < 2) return [];
  const partners = (group: Group): Group[] =>
    members.filter((other) => other !== group && fits(group, other, byId));
  const rest = members.length - 1;
  if (members.every((group) => partners(group).length === rest)) return [[...members]];
  const merges: Group[][] = [];
  for (const group of members) {
    const [partner, ...others] = partners(group);
    if (!partner) continue;
    if (others.length === 0 && partners(partner).length === 1) {
      if (!merges.some((merged) => merged.includes(group))) merges.push([group, partner]);
      continue;
    }
    for (const file of group) {
      const rivals = doubtful.get(file) ?? [];
      doubtful.set(file, new Set([...rivals, ...partners(group).flat()]));
    }
  }
  return merges;
}

/** Two groups may be one post: in other locales, not of two documents, and not told apart by ids. */
function fits(a: Group, b: Group, byId: boolean): boolean {
  const locales = new Set(a.map(({ locale }) => locale));
  if (b.some(({ locale }) => locales.has(locale))) return false;
  if ([a, b].every((group) => group.some(({ document }) => document !== null))) return false;
  if (byId) return true;
  const ids = (group: Group): string[] => group.flatMap(({ pageId }) => pageId ?? []);
  const [own, others] = [ids(a), ids(b)];
  return own.length === 0 || others.length === 0 || own.some((id) => others.includes(id));
}
