import type { Token, TokenConstructor } from './token';

/** What a token is made of, as markdown-it's constructor leaves it. */
const FIELDS = {
  map: null,
  level: 0,
  children: null,
  content: '',
  markup: '',
  info: '',
  block: false,
  hidden: false,
  type: '',
  tag: '',
  attrs: null,
  nesting: 0,
  meta: null,
} as const;

const makers = new WeakMap<TokenConstructor, TokenConstructor>();

/**
 * A constructor of the same tokens that takes a fraction of the time: markdown-it's own defines
 * field by field by name, and tokens are most of what a document is made of. Should `Token` be
 * another class than the one that is known here, it is used itself.
 */
export function tokenMaker(Token: TokenConstructor): TokenConstructor {
  let found = makers.get(Token);
  if (!found) makers.set(Token, (found = isKnown(Token) ? makerOf(Token) : Token));
  return found;
}

function isKnown(Token: TokenConstructor): boolean {
  const sample: object = new Token('', '', 0);
  const fields = Object.entries(sample);
  return (
    Object.getPrototypeOf(Token) === Function.prototype &&
    fields.length === Object.keys(FIELDS).length &&
    fields.every(([name, value]) => FIELDS[name as keyof typeof FIELDS] === value)
  );
}

function makerOf(Token: TokenConstructor): TokenConstructor {
  function Made(this: Token, type: string, tag: string, nesting: -1 | 0 | 1): void {
    this.map = null;
    this.level = 0;
    this.children = null;
    this.content = '';
    this.markup = '';
    this.info = '';
    this.block = false;
    this.hidden = false;
    this.type = type;
    this.tag = tag;
    this.attrs = null;
    this.nesting = nesting;
    this.meta = null;
  }
  Made.prototype = Token.prototype as object;
  return Made as unknown as TokenConstructor;
}
