/** Where a field of the form stands, for people: numbers from 1. */
export interface FieldPlace {
  /** Name of the input that the form has. */
  readonly input: string;
  /** Name of the field in the content type or component. */
  readonly field: string;
  readonly section: number | null;
  readonly item: number | null;
}

/** Reads `title`, `sections.0.lead` and `sections.0.items.2`, an item's place in its section. */
export function readFieldPath(path: string): FieldPlace {
  const match = /^sections\.(\d+)\.(\w+)(?:\.(\d+))?$/.exec(path);
  if (!match) return { input: path, field: path, section: null, item: null };
  const [, section = '', field = '', item] = match;
  return {
    input: `sections.${section}.${field}`,
    field,
    section: Number(section) + 1,
    item: item === undefined ? null : Number(item) + 1,
  };
}
