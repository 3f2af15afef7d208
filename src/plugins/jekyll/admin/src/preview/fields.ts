import type { FieldLines } from '../../../contracts/preview';

/** A text of the form by the name of its field: `body`, `closing`. */
type Values = Readonly<Record<string, unknown>>;

/** CodeMirror as Strapi's Markdown editor uses it, as far as it is used here. */
interface Editor {
  getValue(): string;
  lineAtHeight(height: number, mode: 'local'): number;
  heightAtLine(line: number, mode: 'local'): number;
  getScrollInfo(): { readonly top: number };
  scrollTo(x: null, y: number): void;
  setCursor(line: number, ch: number): void;
  focus(): void;
}

const editorOf = (element: Element | null): Editor | null =>
  (element as (Element & { CodeMirror?: Editor }) | null)?.CodeMirror ?? null;

/** The editor that holds a field's text: Strapi gives its editors no name, but they have the text. */
function editorElement(field: string, values: Values): Element | null {
  const text = values[field];
  if (typeof text !== 'string' || text === '') return null;
  const all = [...document.querySelectorAll('.CodeMirror')];
  return all.find((element) => editorOf(element)?.getValue() === text) ?? null;
}

const elementOf = (field: string, values: Values): Element | null =>
  editorElement(field, values) ??
  document.querySelector(`[name="${field}"], [name="${field}.heading"]`);

/** Lines of blanks that a file leaves out before a field's text. */
const blanksBefore = (text: unknown): number =>
  typeof text === 'string' ? (/^(?:[ \t]*\n)*/.exec(text)?.[0].split('\n').length ?? 1) - 1 : 0;

/** Line of the content that stands at the top of an editor; null where it belongs to no known field. */
export function lineAtTop(
  scroller: Element,
  fields: readonly FieldLines[],
  values: Values,
): number | null {
  const element = scroller.closest('.CodeMirror');
  const editor = editorOf(element);
  if (!element || !editor) return null;
  const field = fields.find((one) => editorElement(one.field, values) === element);
  if (!field) return null;
  const line = editor.lineAtHeight(editor.getScrollInfo().top, 'local');
  return field.first + Math.max(0, line - blanksBefore(values[field.field]));
}

/** Line of the content at which the field of an input begins; -1 for what the header shows. */
export function lineOfInput(name: string, fields: readonly FieldLines[]): number | null {
  const field = fields.find((one) => name === one.field || name.startsWith(`${one.field}.`));
  if (field) return field.first;
  return ['title', 'slug', 'date', 'description', 'coverPath', 'coverAlt'].includes(name)
    ? -1
    : null;
}

/** Brings the form to the field in which a line of the content stands. */
export function showLine(
  line: number,
  fields: readonly FieldLines[],
  values: Values,
  { focus }: { readonly focus: boolean },
): void {
  const field = line < 0 ? null : fields.find(({ first, last }) => first <= line && line <= last);
  const element =
    line < 0 ? document.querySelector('[name="title"]') : field && elementOf(field.field, values);
  if (!element) return;
  const box = element.getBoundingClientRect();
  if (box.bottom < 80 || box.top > window.innerHeight - 80) {
    element.scrollIntoView({ block: line < 0 ? 'center' : 'start' });
  }
  const editor = editorOf(element);
  if (!field || !editor) {
    if (focus && element instanceof HTMLElement) element.focus();
    return;
  }
  const inner = line - field.first + blanksBefore(values[field.field]);
  editor.scrollTo(null, editor.heightAtLine(inner, 'local'));
  if (!focus) return;
  editor.setCursor(inner, 0);
  editor.focus();
}
