/** What kramdown warns of, and what only this parser has to say. */
export type WarningCode =
  | 'abbreviation-duplicate'
  | 'attribute-list-after-text'
  | 'attribute-list-empty'
  | 'block-tag-in-span'
  | 'element-unclosed'
  | 'extension-invalid'
  | 'footnote-duplicate'
  | 'footnote-missing'
  | 'footnote-unreferenced'
  | 'html-attribute-duplicate'
  | 'line-unread'
  | 'link-duplicate'
  | 'link-missing'
  | 'markdown-attribute'
  | 'option-unknown'
  | 'option-invalid'
  | 'closing-tag-stray'
  | 'table-without-body'
  | 'too-deep'
  | 'too-much-work';

/** Something in the text that an author should know. */
export interface KramdownWarning {
  readonly code: WarningCode;
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Collects warnings; a place that is read more than once warns once. */
export class Warnings {
  readonly all: KramdownWarning[] = [];
  readonly #seen = new Set<string>();

  /** `line` is counted from 0, as everywhere inside. */
  add(code: WarningCode, line: number, message: string): void {
    const key = `${line} ${message}`;
    if (this.#seen.has(key)) return;
    this.#seen.add(key);
    this.all.push({ code, message, line: line + 1 });
  }
}
