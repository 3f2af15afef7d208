import type { TranslationCounts, TranslationState } from '../../../contracts/translations';
import { hashOf } from '../../../blog/hash';
import { pairSections, type SectionFeatures } from './pair-sections';
import type { SectionTexts, Text, TextKind, VersionTexts } from './texts';

/** What is remembered of one text of a translation. */
export interface Remembered {
  /** The original that it last followed, cut at {@link SOURCE_LIMIT}. */
  readonly source: string;
  /** Hash of that original, whole. */
  readonly sourceHash: string;
  /** Hash of the translation when it was last seen: another one was touched since. */
  readonly seen: string;
  /** Somebody translated it, or called it translated. */
  readonly touched: boolean;
}

interface RememberedSection extends SectionFeatures {
  readonly texts: Readonly<Record<string, Remembered>>;
}

/** What is remembered of a translated version of one document. */
export interface Memory {
  readonly texts: Readonly<Record<string, Remembered>>;
  /** As the translation has them. */
  readonly sections: readonly RememberedSection[];
}

/** A text of the translation beside its original. */
export interface TextPair {
  readonly text: Text;
  readonly original: Text;
  readonly state: TranslationState;
  /** The original as the translation last followed it; null unless `behind`. */
  readonly previous: string | null;
}
export interface SectionPair {
  readonly original: SectionTexts;
  /** null: the translation lacks it. */
  readonly translation: SectionTexts | null;
  readonly pairs: readonly TextPair[];
}
export interface Reconciled {
  readonly memory: Memory;
  readonly pairs: readonly TextPair[];
  /** In the order of the original. */
  readonly sections: readonly SectionPair[];
}

export interface ReconcileOptions {
  /** Locale of the original. */
  readonly from: string;
  /** What is new or changed comes from the blog: somebody wrote it there, so it is translated. */
  readonly imported?: boolean;
  /** Paths of texts that are called up to date as they stand. */
  readonly marked?: ReadonlySet<string>;
}

/** Characters of an original that are kept, for the diff of what changed in it since. */
export const SOURCE_LIMIT = 50_000;

/**
 * Compares a translation with its original and with what is remembered of them. Pure: the same
 * versions and the same memory give the same answer, so that it may be asked at any time.
 */
export function reconcile(
  memory: Memory | null,
  original: VersionTexts,
  translation: VersionTexts,
  options: ReconcileOptions,
): Reconciled {
  const flat = reconcileTexts(memory?.texts ?? {}, original.texts, translation.texts, options);
  const known = memory?.sections ?? [];
  const remembered = pairSections(translation.sections, known);
  const ofOriginal = pairSections(original.sections, translation.sections);
  const memories: RememberedSection[] = translation.sections.map(features);
  const sections = original.sections.map((section, at): SectionPair => {
    const index = ofOriginal[at] ?? null;
    const own = index === null ? undefined : translation.sections[index];
    if (index === null || own === undefined) {
      return { original: section, translation: null, pairs: [] };
    }
    const before = known[remembered[index] ?? -1]?.texts ?? {};
    const { texts, pairs } = reconcileTexts(before, section.texts, own.texts, options);
    memories[index] = { ...features(own), texts };
    return { original: section, translation: own, pairs };
  });
  return { memory: { texts: flat.texts, sections: memories }, pairs: flat.pairs, sections };
}

export function countTexts({ pairs, sections }: Reconciled): TranslationCounts {
  const all = [...pairs, ...sections.flatMap((section) => section.pairs)];
  const inState = (state: TranslationState) => all.filter((pair) => pair.state === state).length;
  return { total: all.length, untouched: inState('untouched'), behind: inState('behind') };
}

const features = ({ prefix, heading, items }: SectionTexts): RememberedSection => ({
  prefix,
  heading,
  items,
  texts: {},
});

function reconcileTexts(
  memory: Readonly<Record<string, Remembered>>,
  originals: readonly Text[],
  translations: readonly Text[],
  options: ReconcileOptions,
): { texts: Record<string, Remembered>; pairs: TextPair[] } {
  const texts: Record<string, Remembered> = {};
  const pairs: TextPair[] = [];
  for (const text of translations) {
    const original = originals.find(({ key }) => key === text.key);
    if (!original) continue;
    const before = Object.hasOwn(memory, text.key) ? (memory[text.key] ?? null) : null;
    const now = remember(before, original, text, options);
    if (!now) continue;
    texts[text.key] = now;
    const state = stateOf(now, original.value);
    pairs.push({ text, original, state, previous: state === 'behind' ? now.source : null });
  }
  return { texts, pairs };
}

/** @returns null where there is nothing to translate */
function remember(
  before: Remembered | null,
  original: Text,
  text: Text,
  { from, imported = false, marked }: ReconcileOptions,
): Remembered | null {
  const mark = marked?.has(text.path) === true;
  // An original that was taken away leaves a translation behind it; one that never was, nothing.
  if (original.value === '' && (text.value === '' || !before)) return null;
  const seen = hashOf(text.value);
  if (before?.seen === seen && !mark) return before;
  const copy = original.value === text.value && needsTranslation(original.value, text.kind, from);
  return {
    source: original.value.slice(0, SOURCE_LIMIT),
    sourceHash: hashOf(original.value),
    seen,
    touched: mark || imported || (!copy && text.value !== ''),
  };
}

function stateOf({ touched, sourceHash }: Remembered, original: string): TranslationState {
  if (!touched) return 'untouched';
  return sourceHash === hashOf(original) ? 'translated' : 'behind';
}

/** Whether a copy of a text would stay in the wrong language: names and code read alike in both. */
function needsTranslation(text: string, kind: TextKind, from: string): boolean {
  if (from.startsWith('ko')) return /\p{Script=Hangul}/u.test(text);
  return kind === 'prose' && /\p{L}/u.test(text);
}
