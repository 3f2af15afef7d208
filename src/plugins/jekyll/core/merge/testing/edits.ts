import { randomOf } from '../../trend-post/testing/random';

/** Lines `start` to `end` (exclusive) of a text give way to new ones. */
export interface LineEdit {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

export interface TwoSided {
  readonly ours: readonly LineEdit[];
  readonly theirs: readonly LineEdit[];
}

/** A text's lines; the last one gets an end, so that lines can be moved about. */
function linesOf(text: string): { lines: string[]; eol: string; open: boolean } {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const open = !text.endsWith('\n');
  const parts = text.split('\n').map((part) => `${part}\n`);
  if (open) parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -1) + eol;
  else parts.pop();
  return { lines: parts, eol, open };
}

/** The text after edits, applied from its end so that positions stay true. */
export function applyEdits(text: string, edits: readonly LineEdit[]): string {
  const { lines, eol, open } = linesOf(text);
  const order = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  for (const { start, end, lines: next } of order) lines.splice(start, end - start, ...next);
  const whole = lines.join('');
  return open ? whole.slice(0, whole.length - eol.length) : whole;
}

/** What both sides' edits make of the text; null where two of them overlap. */
export function expectedOf(text: string, { ours, theirs }: TwoSided): string | null {
  const same = (a: LineEdit, b: LineEdit) => JSON.stringify(a) === JSON.stringify(b);
  const rest = theirs.filter((edit) => !ours.some((other) => same(edit, other)));
  const clash = rest.some((edit) =>
    ours.some((other) => {
      if (edit.start === edit.end && other.start === other.end) return edit.start === other.start;
      return edit.start < other.end && other.start < edit.end;
    }),
  );
  return clash ? null : applyEdits(text, [...ours, ...rest]);
}

/**
 * A few edits of each side. New lines are new to the text, so that an edit can be found in only one
 * way; one edit in eight is made by both sides alike.
 */
export function editsOf(text: string, seed: number): TwoSided {
  const random = randomOf(seed);
  const { lines, eol, open } = linesOf(text);
  let fresh = 0;
  const line = () => {
    fresh += 1;
    return random.pick([
      `- 새 줄 ${seed}.${fresh}${eol}`,
      `Fresh words ${seed}.${fresh}  ${eol}`,
      `key${seed}x${fresh}: "value"${eol}`,
    ]);
  };
  // What is removed must be told in one way: no equal line elsewhere, or none that stands around it.
  const telling = (at: number) =>
    lines.indexOf(lines[at] ?? '') === lines.lastIndexOf(lines[at] ?? '');
  const near = random.below(lines.length);
  const edit = (): LineEdit => {
    const spread = random.chance(0.5) ? lines.length : Math.min(lines.length, 8);
    const start = Math.min(
      lines.length,
      Math.max(0, near - 4) * Number(spread <= 8) + random.below(spread + 1),
    );
    const kind = random.pick(['insert', 'replace', 'replace', 'delete'] as const);
    const end = kind === 'insert' ? start : Math.min(lines.length, start + 1 + random.below(3));
    const count = kind === 'delete' ? 0 : 1 + random.below(3);
    return { start, end, lines: Array.from({ length: count }, line) };
  };
  const sound = ({ start, end, lines: next }: LineEdit) => {
    if (end === start) return next.length > 0;
    // A blank last line without an end can't be told from no line.
    if (open && end === lines.length && next.length === 0) return false;
    const removed = Array.from({ length: end - start }, (_, i) => start + i);
    const around = [start - 1, end].filter((at) => at >= 0 && at < lines.length);
    return removed.every(telling) || around.every(telling);
  };
  const apart = (taken: readonly LineEdit[], one: LineEdit) =>
    taken.every((other) => one.end < other.start || other.end < one.start);
  const some = (taken: readonly LineEdit[]): LineEdit[] => {
    const edits = [...taken];
    const count = 1 + random.below(4);
    for (let i = 0; i < count; i += 1) {
      const one = edit();
      if (sound(one) && apart(edits, one)) edits.push(one);
    }
    return edits;
  };
  const ours = some([]);
  return { ours, theirs: some(random.chance(1 / 8) ? ours.slice(0, 1) : []) };
}
