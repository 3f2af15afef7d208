import { evaluateRoot } from './evaluate';
import type { NodeValues, ReadPair } from './evaluate';
import { parsePostFile } from './parse';
import type { Problem } from './problem';
import { readTree, readYaml } from './read';
import { equalValues } from './values';
import type { YamlTree } from './yaml-tree';

/** A YAML text that can be read, with what is needed to edit it. */
export interface EditState {
  readonly yaml: string;
  readonly tree: YamlTree;
  readonly values: NodeValues;
  readonly pairs: readonly ReadPair[];
}

/** Reads a text for editing, or says why it cannot be. */
export function readState(yaml: string): EditState | Problem {
  const tree = readTree(yaml);
  const read = tree.errors.length > 0 ? null : evaluateRoot(tree.root);
  if (!read || 'problem' in read) {
    const [problem] = readYaml(yaml, 1).problems;
    return problem ?? { code: 'front-matter-syntax', message: { en: '', ko: '' } };
  }
  return { yaml, tree, values: read.values, pairs: read.pairs };
}

/** The state of a changed text when the text still stands between the two front matter lines. */
export function readInside(yaml: string): EditState | null {
  if (yaml !== '' && !yaml.endsWith('\n')) return null;
  const block = parsePostFile(`---\n${yaml}---\n`).frontMatter;
  if (block?.yaml !== yaml) return null;
  const state = readState(yaml);
  return 'tree' in state ? state : null;
}

/** True when all keys but `key` say the same before and after, and no other came or went. */
export function changesOnly(key: string, before: EditState, after: EditState): boolean {
  const others = ({ pairs }: EditState) => pairs.filter((pair) => pair.key !== key);
  const old = others(before);
  const now = new Map(others(after).map((pair) => [pair.key, pair]));
  if (old.length !== now.size) return false;
  return old.every((pair) => {
    const same = now.get(pair.key);
    return same !== undefined && same.merged === pair.merged && equalValues(same.value, pair.value);
  });
}
