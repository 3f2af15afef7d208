import MarkdownIt from 'markdown-it';
import kramdown, { type KramdownResult, type KramdownWarning } from '../../kramdown';

export interface Heading {
  readonly level: number;
  readonly id: string;
  /** From 1, in the body. */
  readonly line: number;
}

/** Lines of a block, from 0; `end` is behind the last. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

export interface Paragraph {
  /** From 1, in the body. */
  readonly line: number;
  /** Its text line by line, without marks of quotations and lists. */
  readonly lines: readonly string[];
}

/** What kramdown makes of a body. */
export interface Parsed {
  readonly headings: readonly Heading[];
  readonly tables: readonly Lines[];
  readonly paragraphs: readonly Paragraph[];
  /** HTML elements among blocks. */
  readonly elements: readonly (Lines & { readonly name: string })[];
  /** Everything that a link may name behind `#`. */
  readonly ids: ReadonlySet<string>;
  /** Addresses of links and images, as they are in the page. */
  readonly addresses: ReadonlySet<string>;
  readonly warnings: readonly KramdownWarning[];
}

const parser = new MarkdownIt({ html: true });
parser.use(kramdown);

type Token = ReturnType<typeof parser.parse>[number];

const textOf = (value: string | number | null): string => String(value ?? '');

export function parseBody(markdown: string): Parsed {
  const env: { kramdown?: KramdownResult } = {};
  const tokens = parser.parse(markdown, env);
  const headings: Heading[] = [];
  const tables: Lines[] = [];
  const paragraphs: Paragraph[] = [];
  const elements: (Lines & { readonly name: string })[] = [];
  const ids = new Set<string>();
  const addresses = new Set<string>();
  const visit = (token: Token): void => {
    const id = textOf(token.attrGet('id'));
    if (id !== '') ids.add(id);
    for (const name of ['href', 'src']) addresses.add(textOf(token.attrGet(name)));
    const [start = 0, end = start + 1] = token.map ?? [];
    if (token.type === 'heading_open') {
      headings.push({ level: Number(token.tag.slice(1)), id, line: start + 1 });
    }
    if (token.type === 'table_open') tables.push({ start, end });
    if (token.type === 'html_open' && token.map) elements.push({ name: token.tag, start, end });
    token.children?.forEach(visit);
  };
  tokens.forEach((token, index) => {
    visit(token);
    if (tokens[index - 1]?.type !== 'paragraph_open' || token.type !== 'inline') return;
    const [line = 0] = token.map ?? [];
    paragraphs.push({ line: line + 1, lines: token.content.trimEnd().split('\n') });
  });
  for (const match of markdown.matchAll(/<[a-z][^<>]*?\s(?:id|name)\s*=\s*["']?([^\s"'>]+)/gi)) {
    ids.add(match[1] ?? '');
  }
  return {
    headings,
    tables,
    paragraphs,
    elements,
    ids,
    addresses,
    warnings: env.kramdown?.warnings ?? [],
  };
}
