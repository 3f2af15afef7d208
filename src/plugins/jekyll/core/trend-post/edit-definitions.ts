import { isAttributeLine } from './blocks';
import type { Element } from './elements';
import type { Claims } from './claims';
import { freshLines } from './output';
import { printDefinition } from './print';
import { isBlank, splitLines, trailingBlanks, type RawLine } from './lines';
import type { Target } from './targets';

type Slot = Extract<Element, { type: 'slot' }>;

/** What the definitions of the new text are to be. */
export interface DefinitionsPlan {
  /** Targets in citation order, with their final label and text. */
  readonly targets: readonly {
    readonly target: Target;
    readonly label: string;
    readonly text: string;
  }[];
  readonly claims: Claims;
  readonly oldTargets: readonly Target[];
  readonly renumbered: ReadonlySet<string>;
  /** Labels of old definitions that stay although no title cites them. */
  readonly staying: ReadonlySet<string>;
  /** Definitions of the old text by label. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** Blank lines between two definitions. */
  readonly gap: readonly string[];
}

type Placed =
  | Element
  | { readonly type: 'definition'; readonly entry: DefinitionsPlan['targets'][number] };

/**
 * Puts the definitions into the text: each at the place its old one has, those of a group that was
 * numbered anew in citation order again when they stood so before, new ones beside their
 * neighbours. Places of definitions that are gone are removed with one gap.
 */
export function placeDefinitions(elements: readonly Element[], plan: DefinitionsPlan): RawLine[] {
  const byOld = new Map([...plan.claims].map(([target, old]) => [old.label, target] as const));
  const ordered = orderedGroups(plan);
  const places = new Map<string, Target[]>();
  for (const { target } of plan.targets) {
    if (!ordered.has(target.group) || !staysInGroup(target, plan)) continue;
    places.set(target.group, [...(places.get(target.group) ?? []), target]);
  }
  const present = new Set(elements.map((el) => (el.type === 'slot' ? el.definition.label : '')));
  // Only targets whose old place is still there take part in the exchange of places.
  const queue = new Map(
    [...places].map(([group, targets]) => {
      const there = targets.filter((t) => present.has(plan.claims.get(t)?.label ?? ''));
      return [group, there] as const;
    }),
  );
  const entryOf = new Map(plan.targets.map((entry) => [entry.target, entry] as const));
  const placed: Placed[] = [];
  const done = new Set<Target>();
  const removed: number[] = [];
  for (const element of elements) {
    if (element.type !== 'slot' || plan.staying.has(element.definition.label)) {
      placed.push(element);
      continue;
    }
    const here = byOld.get(element.definition.label);
    const moves = here && ordered.has(here.group);
    const target = moves && staysInGroup(here, plan) ? queue.get(here.group)?.shift() : here;
    const entry = target && (!moves || staysInGroup(here, plan)) ? entryOf.get(target) : undefined;
    if (entry) done.add(entry.target);
    else removed.push(placed.length);
    placed.push(entry ? { type: 'definition', entry } : element);
  }
  for (const at of removed.reverse()) removeAt(placed, at);
  for (const entry of plan.targets) if (!done.has(entry.target)) insert(placed, entry, plan);
  for (const label of plan.staying) {
    const slot = plan.slots.get(label);
    if (slot && !placed.includes(slot) && !present.has(label)) append(placed, slot, plan.gap);
  }
  return writePlaced(placed, plan);
}

/** The lines of the new text. Indented lines of a definition take in what stands right below. */
function writePlaced(placed: readonly Placed[], plan: DefinitionsPlan): RawLine[] {
  const lines: RawLine[] = [];
  let open = false;
  for (const element of placed) {
    const isLine = element.type === 'line';
    const swallowed = !isLine || element.kind === 'text' || element.kind === 'definition';
    if (open && swallowed) lines.push({ text: '', eol: '' });
    const own = linesOf(element, plan);
    lines.push(...own);
    open = !isLine && own.length > 1 && !isAttributeLine(own.at(-1)?.text ?? '');
  }
  return lines;
}

function linesOf(element: Placed, plan: DefinitionsPlan): readonly RawLine[] {
  if (element.type === 'line') return [element.line];
  return element.type === 'slot' ? element.lines : spell(element.entry, plan);
}

/** Groups numbered anew whose definitions stood in citation order. */
function orderedGroups(plan: DefinitionsPlan): Set<string> {
  const ordered = new Set(plan.renumbered);
  const last = new Map<string, number>();
  for (const { group, label } of plan.oldTargets) {
    const start = plan.slots.get(label)?.definition.start ?? 0;
    if (start < (last.get(group) ?? -1)) ordered.delete(group);
    last.set(group, start);
  }
  return ordered;
}

function staysInGroup(target: Target, plan: DefinitionsPlan): boolean {
  const old = plan.claims.get(target);
  // A section whose prefix was changed keeps the places of its definitions.
  if (!old || old.group === target.group) return old !== undefined;
  return !plan.oldTargets.some((other) => other.group === target.group);
}

/**
 * Takes a place out, with the blank lines on one side when there are some on both. Between two
 * lines of a text one blank line stays: that is how the definition there was read.
 */
function removeAt(placed: Placed[], at: number): void {
  let before = at;
  while (isBlankPlaced(placed[before - 1])) before -= 1;
  let after = at + 1;
  while (isBlankPlaced(placed[after])) after += 1;
  const previous = placed[before - 1];
  const next = placed[after];
  if (after === placed.length) placed.splice(before, at + 1 - before);
  else if (isTextPlaced(next) && previous?.type === 'line') {
    const blank = placed.slice(before, after).find(isBlankPlaced) ?? freshLines([''])[0];
    placed.splice(before, after - before, ...(blank ? [blank] : []));
  } else if (before < at || previous?.type !== 'line' || (next && next.type !== 'line')) {
    placed.splice(at, after - at);
  } else placed.splice(at, 1);
}

function isTextPlaced(element: Placed | undefined): boolean {
  return element?.type === 'line' && !['heading', 'rule', 'spacer'].includes(element.kind);
}

function insert(
  placed: Placed[],
  entry: DefinitionsPlan['targets'][number],
  plan: DefinitionsPlan,
): void {
  const at = new Map<Target, number>();
  placed.forEach((element, i) => {
    if (element.type === 'definition') at.set(element.entry.target, i);
  });
  const index = plan.targets.indexOf(entry);
  const before = plan.targets.slice(0, index).reverse();
  const after = plan.targets.slice(index + 1);
  const sibling = (list: DefinitionsPlan['targets']) =>
    list.find(({ target }) => target.group === entry.target.group && at.has(target));
  const anyone = (list: DefinitionsPlan['targets']) => list.find(({ target }) => at.has(target));
  const previous = sibling(before) ?? (sibling(after) ? undefined : anyone(before));
  const following = sibling(after) ?? anyone(after);
  const gap = freshLines(plan.gap);
  const element: Placed = { type: 'definition', entry };
  if (previous) placed.splice((at.get(previous.target) ?? 0) + 1, 0, ...gap, element);
  else if (following) placed.splice(at.get(following.target) ?? 0, 0, element, ...gap);
  else append(placed, element, plan.gap);
}

/** At the end of the text, before its last blank lines. */
function append(placed: Placed[], element: Placed, gap: readonly string[]): void {
  let at = placed.length;
  while (isBlankPlaced(placed[at - 1])) at -= 1;
  const last = placed[at - 1];
  const isText = last?.type === 'line' && !/^#{1,6}[\t ]/.test(last.line.text);
  const space = isText ? [''] : last?.type === 'line' ? [] : gap;
  placed.splice(at, 0, ...freshLines(space), element);
}

function isBlankPlaced(element: Placed | undefined): boolean {
  if (!element || element.type === 'definition') return false;
  return element.type === 'line' && isBlank(element.line.text);
}

/** The lines of a definition: as they stand, with another label, or with another text. */
function spell(
  entry: DefinitionsPlan['targets'][number],
  plan: DefinitionsPlan,
): readonly RawLine[] {
  const old = plan.claims.get(entry.target);
  const slot = old && plan.slots.get(old.label);
  if (!slot) return splitLines(printDefinition(entry.label, entry.text));
  const open = /^( *)\[\^[\w-]+\](:[ \t]*)/.exec(slot.lines[0]?.text ?? '');
  const opening = `${open?.[1] ?? ''}[^${entry.label}]${open?.[2] ?? ': '}`;
  const rest = (line: RawLine | undefined) => (line?.text ?? '').slice(open?.[0].length ?? 0);
  if (slot.definition.text === entry.text) {
    return slot.lines.map((line, i) => (i === 0 ? { ...line, text: opening + rest(line) } : line));
  }
  const printed = splitLines(printDefinition(entry.label, entry.text));
  const trailing = trailingBlanks(slot.lines[0]?.text ?? '');
  return printed.map((line, i): RawLine => {
    const same = slot.lines.find((known) => known.text.trimEnd() === line.text.trimEnd());
    if (i > 0) return same ?? line;
    const text = line.text.slice(`[^${entry.label}]:`.length).trimStart();
    const space = text !== '' && /:$/.test(opening) && text !== rest(slot.lines[0]) ? ' ' : '';
    const lead = text === '' ? opening.trimEnd() : opening + space;
    return {
      text: lead + text + (rest(slot.lines[0]) === '' ? '' : trailing),
      eol: slot.lines[0]?.eol ?? '',
    };
  });
}

/** Blank lines between definitions that stand side by side, as most have them. */
export function definitionGap(
  slots: readonly Slot[],
  lines: readonly RawLine[],
  house: readonly string[],
): readonly string[] {
  const counts = new Map<number, number>();
  const sorted = [...slots].sort((a, b) => a.definition.start - b.definition.start);
  sorted.slice(1).forEach((slot, i) => {
    const between = lines.slice(sorted[i]?.definition.end ?? 0, slot.definition.start);
    if (between.some((line) => !isBlank(line.text))) return;
    counts.set(between.length, (counts.get(between.length) ?? 0) + 1);
  });
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  return best ? Array.from({ length: best[0] }, () => '') : house;
}
