import { type EditorChange, insertingWith, type MarkdownEditor } from './insert';

/** Inserts as CodeMirror does: listeners may change what comes. */
function openEditor() {
  const listeners = new Set<Parameters<MarkdownEditor['on']>[1]>();
  const inserted: string[] = [];
  const editor: MarkdownEditor = {
    on: (_event, listener) => void listeners.add(listener),
    off: (_event, listener) => void listeners.delete(listener),
  };
  const insert = (text: string): void => {
    let lines: readonly string[] = text.split('\n');
    for (const listener of listeners) {
      const update: EditorChange['update'] = (_from, _to, next) => (lines = next);
      listener(editor, { text: lines, update });
    }
    inserted.push(lines.join('\n'));
  };
  return { editor, insert, inserted };
}

it('gives images an attribute list, and only them, and only while they are inserted', () => {
  const { editor, insert, inserted } = openEditor();
  insertingWith(editor, '{: width="600"}', () => {
    insert('![a [b]](/uploads/a.png)');
    insert('\n');
    insert('[paper](/uploads/a.pdf)');
  });
  insert('![c](/uploads/c.png)');
  expect(inserted).toEqual([
    '![a [b]](/uploads/a.png){: width="600"}',
    '\n',
    '[paper](/uploads/a.pdf)',
    '![c](/uploads/c.png)',
  ]);
});

it('lets go of an editor that could not insert', () => {
  const { editor, insert, inserted } = openEditor();
  const fail = () => {
    throw new Error('no');
  };
  expect(() => insertingWith(editor, '{: width="600"}', fail)).toThrow('no');
  insert('![c](/uploads/c.png)');
  expect(inserted).toEqual(['![c](/uploads/c.png)']);
});
