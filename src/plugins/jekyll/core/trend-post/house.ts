/**
 * The form in which a survey is written where no earlier text says otherwise. Every entry is a list
 * of lines without line ends; '' is a blank line.
 */
export interface HouseForm {
  /** At the very start of the text. */
  readonly start: readonly string[];
  readonly beforeKeywords: readonly string[];
  /** The label line of the keywords box, the text before the words, and the box's class. */
  readonly keywordsLabel: string;
  readonly keywordsPrefix: string;
  readonly keywordsClass: string;
  readonly afterKeywords: readonly string[];
  readonly beforeBody: readonly string[];
  readonly beforeFirstSection: readonly string[];
  readonly beforeLead: readonly string[];
  readonly afterLead: readonly string[];
  readonly beforeFirstItem: readonly string[];
  readonly betweenItems: readonly string[];
  readonly betweenSections: readonly string[];
  readonly beforeClosing: readonly string[];
  readonly referencesHeading: string;
  readonly betweenDefinitions: readonly string[];
}

const SPACE = ['&nbsp;', '&nbsp;', '&nbsp;'];
const RULE = '----------------';

/** Separators, box and spacing as the blog's own surveys have them. */
export const HOUSE: HouseForm = {
  start: [''],
  beforeKeywords: ['--------------------', ''],
  keywordsLabel: '> **<u>KEYWORDS</u>**        ',
  keywordsPrefix: '> ',
  keywordsClass: '{: .prompt-info }',
  afterKeywords: ['', '--------------------'],
  beforeBody: [''],
  beforeFirstSection: ['', '', ...SPACE, ''],
  beforeLead: [''],
  afterLead: [''],
  beforeFirstItem: [],
  betweenItems: [''],
  betweenSections: ['', '', ...SPACE, '', RULE, ''],
  beforeClosing: ['', ...SPACE, '', RULE],
  referencesHeading: '## References',
  betweenDefinitions: [''],
};

/** What may be set of the form in which new text is written. */
export interface SurveyPrintOptions {
  readonly house?: Partial<HouseForm>;
}

/** The house form with what the options set. */
export function houseOf(options: SurveyPrintOptions = {}): HouseForm {
  return { ...HOUSE, ...options.house };
}
