/** A change that CodeMirror 5 is about to make, as far as it is used here. */
export interface EditorChange {
  readonly text: readonly string[];
  update?(from: undefined, to: undefined, text: readonly string[]): void;
}
/** The editor in a field of Markdown, as CodeMirror 5 leaves it at its element. */
export interface MarkdownEditor {
  on(event: 'beforeChange', listener: (editor: unknown, change: EditorChange) => void): void;
  off(event: 'beforeChange', listener: (editor: unknown, change: EditorChange) => void): void;
}

/** An image as Strapi's editor inserts it, and nothing else. */
const IMAGE = /^!\[.*\]\([^()]*\)$/;

/**
 * Runs what inserts images into an editor, and has each followed by an attribute list, in the one
 * change that inserts it: undoing takes both away.
 */
export function insertingWith(
  editor: MarkdownEditor,
  attributes: string,
  insert: () => void,
): void {
  const listener = (_editor: unknown, { text, update }: EditorChange): void => {
    const [line = ''] = text;
    if (text.length === 1 && IMAGE.test(line)) update?.(undefined, undefined, [line + attributes]);
  };
  editor.on('beforeChange', listener);
  try {
    insert();
  } finally {
    editor.off('beforeChange', listener);
  }
}
