import type { Problem } from '../../problem';
import { strayField } from './fields';
import { lostFootnote, strayFootnote } from './footnotes';
import { strayHeading } from './outline';
import { unsound } from './problems';
import { newDuplicate, type PostPlace, readVersion, type Version, type Versions } from './version';

export type { PostPlace } from './version';

/** Why a merged text is no post that both sides meant; undefined where it is one. */
export function unsoundness(
  texts: Readonly<Record<keyof Versions, string>>,
  place: PostPlace,
): Problem | undefined {
  const versions: Versions = {
    base: readVersion(texts.base, place),
    ours: readVersion(texts.ours, place),
    theirs: readVersion(texts.theirs, place),
    merged: readVersion(texts.merged, place),
  };
  const { merged } = versions;
  const [error] = merged.errors;
  if (error) {
    const { line, column, message } = error;
    return unsound('merge-unreadable', message.en, {
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    });
  }
  const checks = [
    ['merge-duplicate-key', newDuplicate((version) => version.keys, versions)],
    ['merge-duplicate-footnote', newDuplicate((version) => version.defined, versions)],
    ['merge-field', strayField(versions)],
    ['merge-kind', strayKind(versions)],
    ['merge-item', lostItem(versions)],
    ['merge-lost-footnote', lostFootnote(versions)],
    ['merge-stray-footnote', strayFootnote(versions)],
    ['merge-heading', strayHeading(versions)],
  ] as const;
  const found = checks.find(([, name]) => name !== undefined);
  return found && unsound(found[0], (found[1] ?? '').split('\n')[0] ?? '');
}

function strayKind({ base, ours, theirs, merged }: Versions): string | undefined {
  return [ours, theirs].some((side) => side.kind !== base.kind) || merged.kind === base.kind
    ? undefined
    : merged.kind;
}

/** An item that a side added and the merged survey doesn't show as one. */
function lostItem({ base, ours, theirs, merged }: Versions): string | undefined {
  if (merged.kind !== 'survey') return undefined;
  const [old, now] = [titlesOf(base), titlesOf(merged)];
  return [...titlesOf(ours), ...titlesOf(theirs)].find(
    (title) => !old.has(title) && !now.has(title),
  );
}

const titlesOf = ({ content }: Version): Set<string> =>
  new Set(content.sections.flatMap((section) => section.items.map((item) => item.title)));
