/**
 * The texts of a version that can be translated, taken out of its row. Pure: a row is what the
 * database layer returns.
 */

/**
 * `prose` is written in the version's language; `name` often reads alike in both (tags, titles of
 * sources), so that a copy of it may well be its translation.
 */
export type TextKind = 'prose' | 'name';

export interface Text {
  /** How the memory knows it, whatever row it stands in: `title`, `citations.<reference>`. */
  readonly key: string;
  /** How the row knows it: `title`, `citations.7.text` by the id of the component's row. */
  readonly path: string;
  readonly name: string;
  readonly shape: 'line' | 'text' | 'words';
  readonly kind: TextKind;
  readonly value: string;
}

/** A section: what tells it from others in every language, and its texts. */
export interface SectionTexts {
  readonly id: number;
  readonly prefix: string;
  readonly heading: string;
  /** Documents of its items, in order. */
  readonly items: readonly string[];
  readonly texts: readonly Text[];
}

export interface VersionTexts {
  readonly texts: readonly Text[];
  readonly sections: readonly SectionTexts[];
}

export type Row = Readonly<Record<string, unknown>>;
type Entry = readonly [name: string, shape: Text['shape'], kind: TextKind];

const POST: readonly Entry[] = [
  ['title', 'line', 'prose'],
  ['description', 'text', 'prose'],
  ['categories', 'words', 'name'],
  ['tags', 'words', 'name'],
  ['keywords', 'words', 'name'],
  ['coverAlt', 'line', 'prose'],
  ['body', 'text', 'prose'],
  ['closing', 'text', 'prose'],
];
const SECTION: readonly Entry[] = [
  ['heading', 'line', 'prose'],
  ['lead', 'text', 'prose'],
];
const ITEM: readonly Entry[] = [
  ['title', 'line', 'prose'],
  ['body', 'text', 'prose'],
];
const REFERENCE: readonly Entry[] = [['title', 'line', 'name']];

export const list = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
export const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A list of words as a text, one a line, and back. */
export const joinWords = (value: unknown): string =>
  Array.isArray(value)
    ? value.filter((word): word is string => typeof word === 'string').join('\n')
    : '';
export const splitWords = (text: string): string[] =>
  text
    .split('\n')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const read = (row: Row, entries: readonly Entry[], path = ''): Text[] =>
  entries.map(([name, shape, kind]) => ({
    key: name,
    path: `${path}${name}`,
    name,
    shape,
    kind,
    value: shape === 'words' ? joinWords(row[name]) : str(row[name]),
  }));

export function postTexts(row: Row): VersionTexts {
  return {
    texts: read(row, POST),
    sections: list(row['sections']).map((section) => ({
      id: Number(section['id']),
      prefix: str(section['prefix']),
      heading: str(section['heading']),
      items: list(section['items']).map((item) => str(item['documentId'])),
      texts: read(section, SECTION, `sections.${String(section['id'])}.`),
    })),
  };
}

/** Title and body, and the words in which citations are printed where they have some of their own. */
export function itemTexts(row: Row): VersionTexts {
  const times = new Map<string, number>();
  const citations = list(row['citations']).flatMap((citation): Text[] => {
    const reference = str((citation['reference'] as Row | null | undefined)?.['documentId']);
    if (reference === '') return [];
    const time = (times.get(reference) ?? 0) + 1;
    times.set(reference, time);
    return [
      {
        key: `citations.${reference}${time > 1 ? `#${time}` : ''}`,
        path: `citations.${String(citation['id'])}.text`,
        name: 'text',
        shape: 'text',
        kind: 'name',
        value: str(citation['text']),
      },
    ];
  });
  return { texts: [...read(row, ITEM), ...citations], sections: [] };
}

export const referenceTexts = (row: Row): VersionTexts => ({
  texts: read(row, REFERENCE),
  sections: [],
});
