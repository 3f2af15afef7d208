import type { FieldTexts } from '../../../contracts/field-texts';

/** One cell of the edit form; `size` in twelfths of the row. */
export interface Cell {
  readonly name: string;
  readonly size: number;
}

/** What this plugin proposes for one content type or component. */
export interface View {
  readonly settings: Readonly<Record<string, string | number>>;
  readonly edit: readonly (readonly Cell[])[];
  readonly list: readonly string[];
}

type Metadata = Readonly<Record<string, unknown>>;

/** Configuration of a view as the content manager stores it (its `configuration_…` records). */
export interface Configuration {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly metadatas: Readonly<
    Record<string, { readonly edit: Metadata; readonly list: Metadata }>
  >;
  readonly layouts: {
    readonly edit: readonly (readonly Cell[])[];
    readonly list: readonly string[];
  };
}

export interface Proposal {
  readonly view: View;
  readonly texts: FieldTexts;
  /** Main fields of related entries, by attribute. */
  readonly mainFields: Readonly<Record<string, string>>;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Own keys of `record` that `keys` knows, in a fixed order: stored JSON keeps none. */
const pick = (record: Readonly<Record<string, unknown>>, keys: readonly string[]): unknown =>
  [...keys].sort().map((key) => [key, record[key] ?? null]);

/**
 * Puts the proposed texts, rows and columns into a stored configuration. Fields that the proposal
 * does not know keep their place after the proposed rows, and fields that the type does not have
 * are left out, so that a changed schema never loses an input.
 */
export function withProposal(stored: Configuration, proposal: Proposal): Configuration {
  const { view, texts, mainFields } = proposal;
  const exists = (name: string): boolean => stored.metadatas[name] !== undefined;
  const placed = new Set(view.edit.flat().map((cell) => cell.name));

  const metadatas = Object.fromEntries(
    Object.entries(stored.metadatas).map(([name, { edit, list }]) => {
      const text = texts[name];
      if (!text) return [name, { edit, list }];
      const mainField = mainFields[name] === undefined ? {} : { mainField: mainFields[name] };
      return [
        name,
        {
          edit: { ...edit, label: text.label.en, description: text.hint.en, ...mainField },
          list: { ...list, label: text.label.en },
        },
      ];
    }),
  );
  const keep = (cells: readonly (readonly Cell[])[], test: (name: string) => boolean) =>
    cells.map((row) => row.filter((cell) => test(cell.name))).filter((row) => row.length > 0);
  return {
    settings: { ...stored.settings, ...view.settings },
    metadatas,
    layouts: {
      edit: [...keep(view.edit, exists), ...keep(stored.layouts.edit, (name) => !placed.has(name))],
      list: view.list.filter(exists),
    },
  };
}

/**
 * Whether a stored configuration is what Strapi generates for a type nobody has arranged: labels
 * are the attributes' names, there are no help texts, and the form follows the schema.
 *
 * @param attributes Attribute names in the order of the schema.
 */
export function isGenerated(stored: Configuration, attributes: readonly string[]): boolean {
  const plain = attributes.every((name) => {
    const edit = stored.metadatas[name]?.edit;
    return !edit || ((edit.label ?? name) === name && !edit.description && !edit.placeholder);
  });
  const form = stored.layouts.edit.flat().map((cell) => cell.name);
  return (
    plain &&
    same(
      form,
      attributes.filter((name) => form.includes(name)),
    )
  );
}

/**
 * Whether nobody has changed a configuration since `seeded` was stored. Attributes that came or
 * went with a new schema are no person's change: Strapi adds and drops them at start.
 */
export function isUntouched(stored: Configuration, seeded: Configuration): boolean {
  const common = Object.keys(seeded.metadatas).filter((name) => stored.metadatas[name]);
  const reduced = (configuration: Configuration): unknown => [
    pick(configuration.settings, Object.keys(seeded.settings)),
    common.map((name) => {
      const { edit = {}, list = {} } = configuration.metadatas[name] ?? {};
      return [
        pick(edit, ['label', 'description', 'placeholder', 'visible', 'editable', 'mainField']),
        pick(list, ['label', 'searchable', 'sortable']),
      ];
    }),
    configuration.layouts.edit
      .map((row) =>
        row
          .filter((cell) => common.includes(cell.name))
          .map((cell) => pick({ ...cell }, ['name', 'size'])),
      )
      .filter((row) => row.length > 0),
    configuration.layouts.list.filter((name) => common.includes(name)),
  ];
  return same(reduced(stored), reduced(seeded));
}
