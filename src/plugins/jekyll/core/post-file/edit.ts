import { editError } from './edit-errors';
import { isTimestamp } from './evaluate';
import { insertLines } from './insert';
import { indentAt, pairLines } from './lines';
import { CHIRPY_ORDER } from './order';
import { applyPatches } from './patch';
import type { Patch } from './patch';
import { printPair } from './print-house';
import { hasLoneSurrogate } from './characters';
import { readPlainScalar } from './psych-scalar';
import { readYaml } from './read';
import { replacePairValue, rewritePair } from './rewrite';
import type { RewriteContext } from './rewrite';
import { removeFromFlow, setInFlow } from './root-flow';
import { reindent } from './source';
import { changesOnly, readInside, readState } from './state';
import type { EditState } from './state';
import type {
  EditOptions,
  FrontMatterBlock,
  FrontMatterEdit,
  FrontMatterPair,
  PostFile,
  YamlValue,
} from './types';
import { equalValues, saysValue } from './values';
import type { PairNode } from './yaml-tree';

/** Nested deeper than this, a value is refused: readers recurse. */
const MAX_DEPTH = 60;

/**
 * Sets, replaces or removes keys. Each edit rewrites only the bytes of the value that changes, in
 * the style that stood there; every result is read again and must say exactly the old values
 * and the edit, else a coarser way of writing is tried.
 * @throws PostFileError when an edit cannot be written down
 */
export function editFrontMatter(
  file: PostFile,
  edits: readonly FrontMatterEdit[],
  options: EditOptions = {},
): PostFile {
  if (edits.length === 0) return file;
  const block = file.frontMatter ?? emptyBlock(file.body);
  const eol = block.open.endsWith('\r\n') ? '\r\n' : '\n';
  const order = options.order ?? CHIRPY_ORDER;
  const start = readState(block.yaml);
  if (!('tree' in start)) throw editError('unreadable-front-matter', edits[0]?.key ?? '', start);
  let state = start;
  for (const edit of edits) state = applyEdit(state, edit, eol, order);
  if (state === start) return file;
  return { ...file, frontMatter: { ...block, yaml: state.yaml } };
}

/**
 * The front matter of a new post in the house form, keys in the given order.
 * @throws PostFileError when a pair cannot be written down
 */
export function createFrontMatter(
  pairs: readonly FrontMatterPair[],
  options: EditOptions = {},
): FrontMatterBlock {
  const block = emptyBlock('');
  const file = { bom: '', frontMatter: block, body: '' } as const;
  const order = options.order ?? CHIRPY_ORDER;
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const sorted = [...pairs].sort((a, b) => place(a.key) - place(b.key));
  const yaml = sorted
    .map((pair) =>
      'source' in pair
        ? reindent(pair.source, '', '\n')
        : printPair(pair.key, pair.value, '', '\n'),
    )
    .join('');
  // One reading for all is enough nearly always; where it fails, one by one names the culprit.
  const whole = sorted.every((pair) => !('value' in pair) || isWritable(pair.value, 0))
    ? readInside(yaml)
    : null;
  if (whole && saysPairs(whole, sorted)) return { ...block, yaml };
  return editFrontMatter(file, sorted, options).frontMatter ?? block;
}

function saysPairs({ tree, pairs }: EditState, wanted: readonly FrontMatterPair[]): boolean {
  const count = tree.root?.type === 'map' ? tree.root.pairs.length : 0;
  if (count !== wanted.length || pairs.length !== wanted.length) return false;
  return wanted.every((pair, index) => {
    const read = pairs[index];
    return (
      read?.key === pair.key &&
      pair.key !== '<<' &&
      (!('value' in pair) || saysValue(read.value, pair.value))
    );
  });
}

function emptyBlock(body: string): FrontMatterBlock {
  const eol = /^[^\n]*\r\n/.test(body) ? '\r\n' : '\n';
  return { open: `---${eol}`, yaml: '', close: `---${eol}` };
}

function applyEdit(
  state: EditState,
  edit: FrontMatterEdit,
  eol: string,
  order: readonly string[],
): EditState {
  const { key } = edit;
  if ('remove' in edit) return removeKey(state, key, eol);
  if (hasLoneSurrogate(key) || key === '<<') throw editError('invalid-key', key);
  return 'source' in edit
    ? setSource(state, key, edit.source, eol, order)
    : setValue(state, key, edit.value, eol, order);
}

function setValue(
  state: EditState,
  key: string,
  value: YamlValue,
  eol: string,
  order: readonly string[],
): EditState {
  if (!isWritable(value, 0)) throw editError('unrepresentable-value', key);
  const current = state.pairs.find((pair) => pair.key === key);
  if (current && saysValue(current.value, value)) return state;
  for (const attempt of valueAttempts(state, key, value, eol, order)) {
    const after = tryPatches(state, attempt);
    if (!after || !changesOnly(key, state, after)) continue;
    const written = after.pairs.find((pair) => pair.key === key);
    if (written && saysValue(written.value, value)) return after;
  }
  throw editError(current ? 'edit-not-possible' : 'unrepresentable-value', key);
}

/** Ways to set a value, the most careful first. */
function* valueAttempts(
  state: EditState,
  key: string,
  value: YamlValue,
  eol: string,
  order: readonly string[],
): Generator<() => Patch[] | null> {
  const { yaml, tree, values } = state;
  const { root } = tree;
  const context: RewriteContext = { yaml, eol, values, inFlow: false };
  if (root?.type === 'map' && root.flow) {
    yield () => setInFlow(root, key, value, context);
    return;
  }
  const pair = ownPair(state, key);
  if (pair) {
    const indent = indentAt(yaml, pair.start);
    yield () => rewritePair(key, pair, value, indent, context);
    yield () => replacePairValue(key, pair, value, indent, context);
    const [start, end] = pairLines(yaml, pair);
    yield () => [{ start, end, text: printPair(key, value, indent, eol) }];
    return;
  }
  yield () => [insertLines(state, key, (indent) => printPair(key, value, indent, eol), order)];
}

function setSource(
  state: EditState,
  key: string,
  source: string,
  eol: string,
  order: readonly string[],
): EditState {
  const own = readYaml(source.endsWith('\n') ? source : `${source}\n`, 0);
  const readable = own.problems.length === 0;
  // A pair may name an anchor of the file it goes into; then only the result can be judged.
  const judgeable = own.problems.every((problem) => problem.code === 'front-matter-alias');
  const keys = own.entries.filter((entry) => !entry.merged).map((entry) => entry.key);
  if (!judgeable || (readable && (keys.length !== 1 || keys[0] !== key))) {
    throw editError('invalid-source', key, own.problems[0]);
  }
  if (state.tree.root?.type === 'map' && state.tree.root.flow) {
    const [entry] = own.entries;
    if (!entry) throw editError('edit-not-possible', key);
    return setValue(state, key, entry.value, eol, order);
  }
  const pair = ownPair(state, key);
  const patch = pair
    ? replaceLines(state.yaml, pair, source, eol)
    : insertLines(state, key, (indent) => reindent(source, indent, eol), order);
  if (state.yaml.slice(patch.start, patch.end) === patch.text) return state;
  const after = tryPatches(state, () => [patch]);
  const wanted = own.entries[0]?.value;
  const written = after?.pairs.find((read) => read.key === key && !read.merged);
  const right =
    after &&
    written &&
    changesOnly(key, state, after) &&
    pairCount(after) - pairCount(state) === (pair ? 0 : 1);
  if (!right || (wanted !== undefined && !equalValues(written.value, wanted))) {
    throw editError('invalid-source', key);
  }
  return after;
}

function replaceLines(yaml: string, pair: PairNode, source: string, eol: string): Patch {
  const [start, end] = pairLines(yaml, pair);
  const text = reindent(source, indentAt(yaml, pair.start), eol);
  const old = yaml.slice(start, end);
  // Lines that say the same may differ in line ends only: those stay.
  return {
    start,
    end,
    text: old.replace(/\r\n?/g, '\n') === text.replace(/\r\n?/g, '\n') ? old : text,
  };
}

function removeKey(state: EditState, key: string, eol: string): EditState {
  const standing = state.pairs.find((pair) => pair.key === key);
  if (!standing) return state;
  const { root } = state.tree;
  if (root?.type !== 'map') throw editError('edit-not-possible', key);
  const context: RewriteContext = { yaml: state.yaml, eol, values: state.values, inFlow: false };
  const after = tryPatches(state, () =>
    root.flow
      ? removeFromFlow(root, key, context)
      : pairsOf(state, key).map((pair) => {
          const [start, end] = pairLines(state.yaml, pair);
          return { start, end, text: '' };
        }),
  );
  const gone =
    after && changesOnly(key, state, after) && !after.pairs.some((pair) => pair.key === key);
  if (!gone) throw editError('edit-not-possible', key);
  return after;
}

function tryPatches(state: EditState, attempt: () => Patch[] | null): EditState | null {
  try {
    const patches = attempt();
    return patches && readInside(applyPatches(state.yaml, patches));
  } catch (error) {
    // Overlapping patches: this way of writing does not fit what stands there.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The pair of the root that gives `key` its value; null when only a merge key does. */
function ownPair(state: EditState, key: string): PairNode | null {
  return state.pairs.find((pair) => pair.key === key && !pair.merged)?.pair ?? null;
}

/** All pairs of the root with this key, those that a later one overrides included. */
function pairsOf({ tree, values }: EditState, key: string): PairNode[] {
  if (tree.root?.type !== 'map') return [];
  return tree.root.pairs.filter((pair) => {
    const value = values.get(pair.key) ?? null;
    return (
      value === key ||
      (typeof value !== 'string' && pair.key.type === 'scalar' && pair.key.text === key)
    );
  });
}

function pairCount({ tree }: EditState): number {
  return tree.root?.type === 'map' ? tree.root.pairs.length : 0;
}

function isWritable(value: YamlValue, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  if (typeof value === 'string') return !hasLoneSurrogate(value);
  if (isTimestamp(value)) {
    const read = readPlainScalar(value.source);
    return typeof read !== 'symbol' && equalValues(read, value);
  }
  if (Array.isArray(value)) return value.every((item) => isWritable(item, depth + 1));
  if (typeof value !== 'object' || value === null) return value !== undefined;
  return Object.entries(value).every(
    ([key, inner]) => !hasLoneSurrogate(key) && isWritable(inner, depth + 1),
  );
}
