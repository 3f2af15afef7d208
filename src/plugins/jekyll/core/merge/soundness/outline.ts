import type { OutlineBlock } from '../../trend-post';
import { follows } from './three-way';
import type { Version, Versions } from './version';

/** Blocks of a version by who they are: the base's name of a heading, or the new one's own. */
type Blocks = ReadonlyMap<string, OutlineBlock>;

/**
 * The first heading that the merged text lacks, puts under another heading or gives other words than
 * the sides ask for, such as a bullet that was added to an item which the other side deleted.
 */
export function strayHeading(versions: Versions): string | undefined {
  const names = {
    ours: identities(versions.base, versions.ours),
    theirs: identities(versions.base, versions.theirs),
  };
  const base = byIdentity(versions.base, (name) => name);
  const ours = byIdentity(versions.ours, (name) => names.ours.get(name) ?? name);
  const theirs = byIdentity(versions.theirs, (name) => names.theirs.get(name) ?? name);
  const both = (name: string) => {
    const our = names.ours.get(name);
    return our !== undefined && our !== name ? our : (names.theirs.get(name) ?? our ?? name);
  };
  const merged = byIdentity(versions.merged, both);
  const all = new Set([...base.keys(), ...ours.keys(), ...theirs.keys(), ...merged.keys()]);
  return [...all].find((id) => {
    const [b, o, t, m] = [base, ours, theirs, merged].map((blocks) => saidBy(blocks, id));
    const deleted = (one: string | undefined, other: string | undefined) =>
      b !== '' && one === '' && other !== b && other !== '';
    return deleted(o, t) || deleted(t, o) || !follows(b ?? '', o ?? '', t ?? '', m ?? '');
  });
}

function saidBy(blocks: Blocks, id: string): string {
  const block = blocks.get(id);
  return block ? JSON.stringify([block.parent, block.text]) : '';
}

/** Repeated headings are told apart by their number. */
function byIdentity(version: Version, identity: (name: string) => string): Blocks {
  const blocks = new Map<string, OutlineBlock>();
  for (const { name, parent, text } of version.blocks) {
    const id = identity(name);
    let key = id;
    for (let n = 2; blocks.has(key); n += 1) key = `${id}\n${n}`;
    blocks.set(key, { name: id, parent: identity(parent), text });
  }
  return blocks;
}

/**
 * The base's name of each heading of a side: its own, or, where as many headings were replaced
 * between two that stayed, the one that stood in its place.
 */
function identities(base: Version, side: Version): ReadonlyMap<string, string> {
  const old = base.blocks.map((block) => block.name);
  const next = side.blocks.map((block) => block.name);
  const known = new Set(old);
  const kept = new Set(next);
  const result = new Map<string, string>();
  let gap: string[] = [];
  let from = 0;
  const close = (to: number) => {
    const gone = old.slice(from, to).filter((name) => !kept.has(name));
    if (gone.length === gap.length) gap.forEach((name, i) => result.set(name, gone[i] ?? name));
    gap = [];
  };
  for (const name of next) {
    if (!known.has(name)) {
      gap.push(name);
      continue;
    }
    const at = old.indexOf(name);
    close(Math.max(from, at));
    result.set(name, name);
    from = at + 1;
  }
  close(old.length);
  return result;
}
