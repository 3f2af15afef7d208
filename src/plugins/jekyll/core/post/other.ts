import {
  createFrontMatter,
  type FrontMatterEdit,
  type FrontMatterEntry,
  isYamlMap,
  readSnippet,
  type YamlValue,
} from '../post-file';
import { asErrors, type Problem } from '../problem';
import type { Entries } from './rule';

/** Key that only says whether Jekyll builds the file; Strapi's draft and published versions say it here. */
export const PUBLISHED_KEY = 'published';

/** YAML of what no field holds: whole entries as they stood, and the rest of maps a field took part of. */
export function otherText(
  entries: Iterable<FrontMatterEntry>,
  claimed: ReadonlySet<string>,
  rests: Readonly<Record<string, YamlValue>>,
): string {
  let text = '';
  const all = [...entries];
  const merges = all.some(({ merged }) => merged);
  for (const entry of all) {
    const rest = rests[entry.key];
    if (rest !== undefined) text += spelledOut({ key: entry.key, value: rest });
    else if (!claimed.has(entry.key) && !(merges && entry.key === MERGE_KEY)) {
      text += standsAlone(text, entry) ? entry.source : spelledOut(entry);
    }
  }
  return text;
}

/** `<<: *name` at the top: the keys that come through it are entries of their own. */
const MERGE_KEY = '<<';

/**
 * False for an entry that comes through a merge, and for one that repeats what a claimed entry named
 * (`*name`): its anchor is not in the text.
 */
const standsAlone = (before: string, { source, merged }: FrontMatterEntry): boolean =>
  !merged && (!source.includes('*') || readSnippet(before + source).problems.length === 0);

const spelledOut = ({ key, value }: Pick<FrontMatterEntry, 'key' | 'value'>): string =>
  createFrontMatter([{ key, value }]).yaml;

export interface OtherEntries {
  readonly entries: ReadonlyMap<string, FrontMatterEntry>;
  readonly problems: readonly Problem[];
}

/** Reads the text of the field: top-level pairs of YAML, nothing that could leave the front matter. */
export function readOther(yaml: string): OtherEntries {
  if (yaml.trim() === '') return { entries: new Map(), problems: [] };
  const { entries, problems } = readSnippet(yaml.endsWith('\n') ? yaml : `${yaml}\n`);
  return {
    entries: new Map(entries.map((entry) => [entry.key, entry])),
    problems: asErrors(problems, 'otherFrontMatter'),
  };
}

/** Two values say the same: timestamps by what they say, maps whatever the order of their keys. */
export function sameValue(a: YamlValue | undefined, b: YamlValue | undefined): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number') return Object.is(a, b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((element, index) => sameValue(element, b[index]));
  }
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => sameValue(value, (b as Record<string, YamlValue>)[key]));
}

/** Edits that turn the entries without a field that stand in a file into those that the field says. */
export function otherEdits(
  next: ReadonlyMap<string, FrontMatterEntry>,
  before: ReadonlyMap<string, FrontMatterEntry>,
  standing: Entries,
): FrontMatterEdit[] {
  const edits: FrontMatterEdit[] = [];
  for (const [key, entry] of next) {
    const old = before.get(key);
    if (old && (old.source === entry.source || sameValue(old.value, entry.value))) continue;
    const whole = standing.get(key);
    const partial = isPartial(whole, old) && isYamlMap(entry.value);
    edits.push(partial ? { key, value: merged(whole, old, entry) } : { key, source: entry.source });
  }
  for (const [key, old] of before) {
    if (next.has(key)) continue;
    const whole = standing.get(key);
    const rest = isPartial(whole, old) ? merged(whole, old, null) : {};
    edits.push(Object.keys(rest).length > 0 ? { key, value: rest } : { key, remove: true });
  }
  return edits;
}

/** True where a field holds part of the map that stands in the file, or all of it. */
const isPartial = (
  whole: FrontMatterEntry | undefined,
  old: FrontMatterEntry | undefined,
): whole is FrontMatterEntry =>
  whole !== undefined && isYamlMap(whole.value) && whole.source !== old?.source;

/** The map of an entry whose other half a field holds: the old rest goes, the new one comes. */
function merged(
  whole: FrontMatterEntry,
  old: FrontMatterEntry | undefined,
  next: FrontMatterEntry | null,
): Record<string, YamlValue> {
  const map = { ...(whole.value as Record<string, YamlValue>) };
  for (const key of Object.keys((old?.value ?? {}) as Record<string, YamlValue>)) delete map[key];
  return { ...map, ...((next?.value ?? {}) as Record<string, YamlValue>) };
}
