/** One footnote that an item's title cites. */
export interface SurveyCitation {
  /** The label as in the file (`ref-iss-1`); '' for a citation that has none yet. */
  readonly label: string;
  /**
   * What the definition prints after `[^label]: `: LF line ends, no trailing blanks,
   * continuation lines with their indentation. '' when the definition is empty.
   */
  readonly text: string;
}

/** A `###` heading of a section with the text below it. */
export interface SurveyItem {
  /** Markdown of the title without its footnote marks and surrounding blanks. */
  readonly title: string;
  /** Markdown, LF, without blank lines and separators at its ends. */
  readonly body: string;
  /** In the order of the marks. */
  readonly citations: readonly SurveyCitation[];
}

/** A `##` heading with its items. */
export interface SurveySection {
  /** Markdown of the heading. */
  readonly heading: string;
  /** `p` when all labels of the section are `ref-p-n`; '' means the post's one numbering. */
  readonly prefix: string;
  /** Markdown between the heading and the first item. */
  readonly lead: string;
  readonly items: readonly SurveyItem[];
}

/** What a survey says, without its white space, separators and spelling. */
export interface SurveyContent {
  readonly keywords: readonly string[];
  /** Markdown before the first section. */
  readonly body: string;
  readonly sections: readonly SurveySection[];
  /**
   * Markdown after the last item without the definitions that titles cite. null means not set:
   * the house form's references heading is printed when something is cited.
   */
  readonly closing: string | null;
}
