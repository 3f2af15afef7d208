import { stateColumn } from '../on-blog/state-column';
import { dateCell } from './date-cell';
import { translateFieldText } from './field-texts';
import { splitIntoGroups } from './groups';
import { tagsColumn } from './tags-column';

/** Names of the content manager's hooks (its admin `constants/hooks`). */
export const EDIT_LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';
export const LIST_COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

interface Field {
  readonly name: string;
  readonly label: unknown;
  readonly hint?: unknown;
  readonly attribute?: object;
}

export interface EditLayoutArgs {
  readonly layout: {
    readonly layout: Field[][][];
    readonly components: Readonly<Record<string, { readonly layout: Field[][] }>>;
  };
}

interface Column {
  readonly name: string;
  readonly label: unknown;
  readonly attribute?: { readonly type?: string };
}

export interface ColumnsArgs {
  readonly displayedHeaders: readonly Column[];
  readonly layout: { readonly metadatas?: Readonly<Record<string, unknown>> };
}

/** Hands the panel's language at the moment it is asked. */
export type Language = () => string;

/**
 * Texts have a limit only so that Strapi's own of 255 characters does not hold: saying it above
 * every help text would tell an editor nothing.
 */
const withoutLimit = (attribute: object): object =>
  Object.fromEntries(Object.entries(attribute).filter(([key]) => key !== 'maxLength'));

/** Puts the edit view into boxes, and its labels and help texts into the panel's language. */
export const arrangeEditView =
  (language: Language) =>
  <Args extends EditLayoutArgs>(args: Args): Args => {
    const translate = (field: Field): Field => ({
      ...field,
      label: translateFieldText(field.name, field.label, language()),
      hint: translateFieldText(field.name, field.hint, language()),
      ...(field.attribute ? { attribute: withoutLimit(field.attribute) } : {}),
    });
    const { layout } = args;
    const components = Object.entries(layout.components).map(([uid, component]) => [
      uid,
      { ...component, layout: component.layout.map((row) => row.map(translate)) },
    ]);
    return {
      ...args,
      layout: {
        ...layout,
        components: Object.fromEntries(components),
        layout: splitIntoGroups(layout.layout).map((panel) =>
          panel.map((row) => row.map(translate)),
        ),
      },
    };
  };

/**
 * Translates the columns of the list view. Posts have their states on the blog beside their titles,
 * where no other column can push them out of sight, short dates, and their tags.
 */
export const arrangeColumns =
  (language: Language) =>
  <Args extends ColumnsArgs>(args: Args): Args => {
    const displayedHeaders: Column[] = args.displayedHeaders.map((column) => ({
      ...column,
      label: translateFieldText(column.name, column.label, language()),
    }));
    const { metadatas } = args.layout;
    const isPost = metadatas && 'tags' in metadatas && 'otherFrontMatter' in metadatas;
    if (!isPost) return { ...args, displayedHeaders };
    const [first, ...others] = displayedHeaders.map((column) =>
      column.attribute?.type === 'datetime'
        ? { ...column, cellFormatter: dateCell(column.name) }
        : column,
    );
    const own = [...(first ? [first] : []), stateColumn, ...others, tagsColumn];
    return { ...args, displayedHeaders: own };
  };
