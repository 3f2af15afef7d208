import type { Token, TokenConstructor } from './token';

const makers = new WeakMap<TokenConstructor, TokenConstructor>();

/**
 * A constructor of the same tokens that takes a fraction of the time: markdown-it's own defines
 * field by field by name, and tokens are most of what a document is made of. Should `Token` be
 * another class than the one that is known here, it is used itself.
 */
export function tokenMaker(Token: TokenConstructor): TokenConstructor {
  let found = makers.get(Token);
  if (!found) {
    const made = makerOf(Token);
    makers.set(Token, (found = makesTheSame(Token, made) ? made : Token));
  }
  return found;
}

/** Whether both give the same fields the same values, and no class stands above. */
function makesTheSame(Token: TokenConstructor, made: TokenConstructor): boolean {
  const fields = ({ ...token }: object): string => JSON.stringify(token);
  return (
    Object.getPrototypeOf(Token) === Function.prototype &&
    fields(new Token('a', 'b', 1)) === fields(new made('a', 'b', 1))
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
