/** A text in the two languages of the admin panel. */
export interface PanelText {
  readonly en: string;
  readonly ko: string;
}

/** What an editor reads at a field. */
export interface FieldText {
  readonly label: PanelText;
  /** Help under the input: what the field does on the blog. */
  readonly hint: PanelText;
}

/** Texts by attribute name. */
export type FieldTexts = Readonly<Record<string, FieldText>>;
