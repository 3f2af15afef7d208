import picomatch from 'picomatch';

/** One entry of `defaults` in `_config.yml`. */
export interface DefaultSet {
  readonly scope: {
    /** As it stands; empty where it says none. */
    readonly path: string;
    /** `posts`, `pages`, …; null where it says none. */
    readonly type: string | null;
  } | null;
  readonly values: ReadonlyMap<string, unknown>;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Singular names of types that Jekyll still takes (frontmatter_defaults.rb, `update_deprecated_types`). */
const TYPES: Readonly<Record<string, string>> = { post: 'posts', page: 'pages', draft: 'drafts' };
const POSTS = 'posts';

/** Reads `defaults`; what Jekyll would reject or fail on is left out. */
export function readDefaults(value: unknown): DefaultSet[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((set: unknown): DefaultSet[] => {
    if (!isMap(set) || !isMap(set['values'])) return [];
    const values = new Map(Object.entries(set['values']));
    if (!Object.hasOwn(set, 'scope')) return [{ scope: null, values }];
    const scope = isMap(set['scope']) ? set['scope'] : {};
    const path = typeof scope['path'] === 'string' ? scope['path'] : '';
    const type = Object.hasOwn(scope, 'type') ? String(scope['type']) : null;
    return [{ scope: { path, type: type === null ? null : (TYPES[type] ?? type) }, values }];
  });
}

/**
 * Front matter that a post has without saying it (frontmatter_defaults.rb, `all`): a longer path
 * wins, at equal length one with a type, then the later one.
 *
 * @param path of the post, relative to the blog, `/` between its parts
 * @param collectionsDir folder that holds `_posts`; empty for the root
 */
export function defaultValues(
  sets: readonly DefaultSet[],
  path: string,
  collectionsDir: string,
): ReadonlyMap<string, unknown> {
  const merged = new Map<string, unknown>();
  let winner: DefaultSet['scope'] = null;
  for (const { scope, values } of sets) {
    if (scope && !applies(scope, path, collectionsDir)) continue;
    const wins = hasPrecedence(winner, scope);
    if (wins) winner = scope;
    for (const [key, value] of values) {
      // A key without a value never hides one that has (utils.rb, `deep_merge_hashes`).
      if (wins ? value !== null : (merged.get(key) ?? null) === null) merged.set(key, value);
      else if (!merged.has(key)) merged.set(key, value);
    }
  }
  return merged;
}

type Scope = NonNullable<DefaultSet['scope']>;

function applies({ path: scopePath, type }: Scope, path: string, collectionsDir: string): boolean {
  if (type !== null && type !== POSTS) return false;
  if (scopePath === '') return true;
  const relative = withoutFolder(path, collectionsDir);
  if (!scopePath.includes('*')) {
    return relative.startsWith(withoutFolder(scopePath, collectionsDir));
  }
  return globbed(scopePath, path).some((match) =>
    relative.startsWith(withoutFolder(match, collectionsDir)),
  );
}

const matchers = new Map<string, (path: string) => boolean>();

function matcherOf(pattern: string): (path: string) => boolean {
  const known = matchers.get(pattern);
  if (known) return known;
  const matches = picomatch(pattern, { nonegate: true, noextglob: true, strictSlashes: true });
  matchers.set(pattern, matches);
  return matches;
}

/** The post and the folders above it that a glob finds; Jekyll asks the file system (`glob_scope`). */
function globbed(glob: string, path: string): string[] {
  // Joined to the blog's folder, an absolute path stays one and leads out of it.
  if (glob.startsWith('/')) return [];
  const pattern = glob.replace(/\/+$/, '');
  const matches = matcherOf(pattern);
  const parts = path.split('/');
  const ancestors = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return ancestors.filter((ancestor) => matches(ancestor));
}

/** A path as seen from a folder, if it is in there. */
export function withoutFolder(path: string, folder: string): string {
  return folder !== '' && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** frontmatter_defaults.rb, `has_precedence?` */
function hasPrecedence(old: DefaultSet['scope'], next: DefaultSet['scope']): boolean {
  if (old === null) return true;
  const oldLength = bare(old.path).length;
  const nextLength = bare(next?.path ?? '').length;
  if (oldLength !== nextLength) return nextLength > oldLength;
  return (next?.type ?? null) !== null || old.type === null;
}

/** Lengths count characters as Ruby does, without a slash in front. */
const bare = (path: string): string[] => [...path.replace(/^\//, '')];
