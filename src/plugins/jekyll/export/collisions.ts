import { type Collision, findCollisions, type PlaceClaim } from '../core/address';
import type { ExportedFile } from '../contracts/report';
import { recordKey } from '../blog/record';
import type { PostRow } from '../entries/rows';
import { type PostPlace, recordedShown, shownAt } from './addresses';
import { isAboutPlace } from './conflicts';
import { samePlace } from './problems';
import type { Run } from './run';

/** A planned post among the run's files and units. */
export interface PlannedPlace extends PostPlace {
  readonly row: Pick<PostRow, 'documentId' | 'locale' | 'slug'>;
  /** Index of its file; its media follow. */
  readonly at: number;
  /** How many files it has. */
  readonly count: number;
  /** Units to leave out when it is refused. */
  readonly tickets: readonly number[];
}

const nameOf = (slug: string | null, locale: string): string => `${slug ?? ''} (${locale})`;
const keyOf = ({ row }: PlannedPlace): string => recordKey(row.documentId, row.locale);

/** A post that the blog doesn't have there yet: the only kind that can meet another one. */
const isNewThere = ({ path, shown, recordedPath, recordedAddress }: PlannedPlace): boolean =>
  recordedPath !== path || (shown !== null && shown.address !== recordedAddress);

/**
 * Refuses posts that would land on the path or the address of another one, before anything is
 * written. Runs in which no post is new or moves are done at once.
 *
 * @returns the files, refused ones as such
 */
export async function refuseCollisions(
  run: Run,
  places: readonly PlannedPlace[],
  files: readonly ExportedFile[],
  leaveOut: (ticket: number) => void,
): Promise<ExportedFile[]> {
  if (!places.some(isNewThere)) return [...files];
  const claims = [...places.map(claimOf), ...(await otherClaims(run, places))];
  const refused = findCollisions(claims, {
    polyglot: run.site.address.polyglot,
    standing: await strangers(run),
  });
  const result: (ExportedFile | null)[] = [...files];
  for (const place of places) {
    const collision = refused.get(keyOf(place));
    const file = files[place.at];
    if (!collision || !file || !isOpen(file)) continue;
    place.tickets.forEach(leaveOut);
    result.fill(null, place.at, place.at + place.count);
    result[place.at] = refusal(file, place, collision);
  }
  return result.filter((file) => file !== null);
}

/** A conflict over a text, which a person has to settle first, stays one. */
const isOpen = ({ action, problems }: ExportedFile): boolean =>
  action !== 'refused' && (action !== 'conflict' || problems.some(isAboutPlace));

function refusal(file: ExportedFile, { row }: PlannedPlace, collision: Collision): ExportedFile {
  const { path, slug, locale } = file;
  const { documentId } = row;
  const kept = file.problems.filter((found) => !isAboutPlace(found));
  const problem = samePlace(nameOf(row.slug, row.locale), collision);
  return { path, slug, locale, documentId, action: 'refused', problems: [...kept, problem] };
}

const claimOf = (place: PlannedPlace): PlaceClaim => ({
  key: keyOf(place),
  name: nameOf(place.row.slug, place.row.locale),
  path: place.path,
  address: place.shown?.address ?? null,
  lang: place.shown?.lang ?? null,
  recordedPath: place.recordedPath,
  recordedAddress: place.recordedAddress,
});

/** Posts that the blog has and that this run was not asked for. */
async function otherClaims(run: Run, places: readonly PlannedPlace[]): Promise<PlaceClaim[]> {
  const planned = new Set(places.map(keyOf));
  const claims: PlaceClaim[] = [];
  for await (const record of run.records.all()) {
    const key = recordKey(record.post, record.locale);
    if (!record.live || record.withdrawn || planned.has(key)) continue;
    const shown = recordedShown(run, record);
    claims.push({
      key,
      name: `${record.path} (${record.locale})`,
      path: record.path,
      address: shown?.address ?? null,
      lang: shown?.lang ?? null,
      recordedPath: record.path,
      recordedAddress: shown?.address ?? null,
    });
  }
  return claims;
}

/** Post files that the CMS does not own. */
async function strangers(run: Run) {
  return (await run.sides.strangers()).map(({ path, text }) => {
    const shown = text === null ? null : shownAt(run, { path, text }, run.zone);
    return { path, address: shown?.address ?? null, lang: shown?.lang ?? null };
  });
}
