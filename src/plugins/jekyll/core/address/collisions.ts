import { builtFile, foldedName } from './places';
import { withoutLanguage } from './polyglot';
import type { PolyglotRules } from './rules';

/** A post in one language and the place that it wants. */
export interface PlaceClaim {
  /** Tells claims apart; a key of the result. */
  readonly key: string;
  /** How a person knows the post: its slug and locale. */
  readonly name: string;
  /** Relative to the blog, `/` between its parts. */
  readonly path: string;
  /** null where it is not known: then only the path counts. */
  readonly address: string | null;
  /** Language that the post says; null where it says none. */
  readonly lang: string | null;
  /** Where the blog has the post; null for a new one. */
  readonly recordedPath: string | null;
  /** Address of the post in the blog; null where it is not known. */
  readonly recordedAddress: string | null;
}

/** A file of the blog that no post of the CMS stands for. */
export interface StandingFile {
  readonly path: string;
  /** null for a file without one that a post could take. */
  readonly address: string | null;
  readonly lang: string | null;
}

/** Why a post cannot have the place that it wants. */
export interface Collision {
  /** Name of the post, or path of the file, that has or wants the same place. */
  readonly rival: string;
  readonly kind: 'path' | 'address';
  /** The path or address that both want. */
  readonly at: string;
}

export interface CollisionContext {
  /** With jekyll-polyglot, versions in different languages share an address. */
  readonly polyglot: PolyglotRules | null;
  /** Files that the CMS does not own. */
  readonly standing?: Iterable<StandingFile>;
}

/** Claims and files by the place that they want. */
interface Group {
  readonly claims: PlaceClaim[];
  /** The first file that stands there. */
  file: string | null;
}

/**
 * Finds the posts that would land on the path or the address of another one. Refused are those that
 * are new there, each with one rival; posts that the blog already has in one place are left alone,
 * and so is the file at exactly the path that a post wants, which is for the plan to compare. A
 * refused post stays where it is, so whoever wanted its old place is refused too.
 *
 * @returns refused posts by key
 */
export function findCollisions(
  claims: Iterable<PlaceClaim>,
  context: CollisionContext,
): Map<string, Collision> {
  const all = [...claims];
  const paths = new Groups(foldedName);
  const addresses = new Groups((place) => place);
  const placeOf = (address: string, lang: string | null): string =>
    addressKey(address, lang, context.polyglot);

  for (const claim of all) {
    paths.of(claim.path).claims.push(claim);
    if (claim.address === null) continue;
    addresses.of(placeOf(claim.address, claim.lang)).claims.push(claim);
  }
  const owned = new Set(all.flatMap(({ path, recordedPath }) => [path, recordedPath ?? path]));
  for (const { path, address, lang } of context.standing ?? []) {
    if (owned.has(path)) continue;
    paths.of(path).file ??= path;
    if (address !== null) addresses.of(placeOf(address, lang)).file ??= path;
  }

  const refused = new Map<string, Collision>();
  /** Refused posts that keep their old places, which others may want. */
  const staying: PlaceClaim[] = [];
  const refuse = (claim: PlaceClaim, rival: string, kind: Collision['kind']): void => {
    if (refused.has(claim.key)) return;
    const at = kind === 'path' ? claim.path : (claim.address ?? '');
    refused.set(claim.key, { rival, kind, at });
    if (claim.recordedPath !== null) staying.push(claim);
  };

  for (const group of paths.crowded()) settle(group, hasPath, 'path', refuse);
  for (const group of addresses.crowded()) settle(group, hasAddress, 'address', refuse);
  for (let claim = staying.pop(); claim; claim = staying.pop()) {
    const { key, name, recordedPath, recordedAddress, lang } = claim;
    const others = (group: Group | undefined): PlaceClaim[] =>
      (group?.claims ?? []).filter((other) => other.key !== key);
    for (const other of others(paths.find(recordedPath))) {
      if (!hasPath(other)) refuse(other, name, 'path');
    }
    const place = recordedAddress === null ? null : placeOf(recordedAddress, lang);
    for (const other of others(addresses.find(place))) {
      if (!hasAddress(other)) refuse(other, name, 'address');
    }
  }
  return refused;
}

/** What wants one place, by an alike form of the place. */
class Groups {
  readonly #groups = new Map<string, Group>();

  constructor(readonly fold: (place: string) => string) {}

  of(place: string): Group {
    const key = this.fold(place);
    let group = this.#groups.get(key);
    if (!group) {
      group = { claims: [], file: null };
      this.#groups.set(key, group);
    }
    return group;
  }

  find(place: string | null): Group | undefined {
    return place === null ? undefined : this.#groups.get(this.fold(place));
  }

  /** Groups of more than one. */
  *crowded(): Iterable<Group> {
    for (const group of this.#groups.values()) {
      if (group.claims.length + (group.file === null ? 0 : 1) > 1) yield group;
    }
  }
}

function settle(
  { claims, file }: Group,
  has: (claim: PlaceClaim) => boolean,
  kind: Collision['kind'],
  refuse: (claim: PlaceClaim, rival: string, kind: Collision['kind']) => void,
): void {
  const resident = claims.find(has);
  for (const claim of claims) {
    if (has(claim)) continue;
    const other = claims[0] === claim ? claims[1] : claims[0];
    refuse(claim, resident?.name ?? file ?? other?.name ?? claim.name, kind);
  }
}

/** The blog already has the post there. */
const hasPath = ({ path, recordedPath }: PlaceClaim): boolean =>
  recordedPath !== null && foldedName(recordedPath) === foldedName(path);

/** Of a post whose old address nobody knows, the path tells whether it moved. */
function hasAddress(claim: PlaceClaim): boolean {
  const { address, recordedAddress } = claim;
  if (recordedAddress === null || address === null) return hasPath(claim);
  return builtFile(recordedAddress) === builtFile(address);
}

function addressKey(address: string, lang: string | null, polyglot: PolyglotRules | null): string {
  if (!polyglot) return foldedName(builtFile(address));
  const file = foldedName(builtFile(withoutLanguage(address, polyglot)));
  return `${lang ?? polyglot.defaultLang}\n${file}`;
}
