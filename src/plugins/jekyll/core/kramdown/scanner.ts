/** Texts of which no more is remembered than it costs to look again. */
const SHORT = 200;

/**
 * A place in a text. Rules try sticky patterns at the place and move it on; nothing is sliced off.
 */
export class Scanner {
  pos = 0;
  /** From here on no tildes end a strikethrough. */
  noStrikethrough = Infinity;
  #last: Map<string, number> | undefined;
  #failed: Set<number> | undefined;
  #notes: Map<symbol, unknown> | undefined;
  #linePos = 0;
  #lineNr: number;
  #nextFeed: number;

  constructor(
    readonly text: string,
    /** The line of the document on which the text begins, counted from 0. */
    readonly line: number,
  ) {
    this.#lineNr = line;
    this.#nextFeed = text.indexOf('\n');
  }

  /** Attempts at spans that were in vain: trying again from within another one is as vain. */
  get failed(): Set<number> {
    return (this.#failed ??= new Set());
  }

  /**
   * What a rule remembers of the text, under a key of its own. (Weak maps from scanners would cost
   * more time to collect than they save.)
   */
  note<T>(key: symbol, make: () => T): T {
    this.#notes ??= new Map();
    let found = this.#notes.get(key) as T | undefined;
    if (found === undefined) this.#notes.set(key, (found = make()));
    return found;
  }

  get done(): boolean {
    return this.pos >= this.text.length;
  }

  /** What the pattern finds at the place. */
  check(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    return re.exec(this.text);
  }

  matches(re: RegExp): boolean {
    re.lastIndex = this.pos;
    return re.test(this.text);
  }

  /** As `check`, and goes on behind what was found. */
  scan(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    const found = re.exec(this.text);
    if (found) this.pos = re.lastIndex;
    return found;
  }

  /** The rest of the line with its line feed. */
  takeLine(): string {
    const from = this.pos;
    this.pos = this.lineEnd(from);
    return this.text.slice(from, this.pos);
  }

  /** The index behind the line feed of the line. */
  lineEnd(from = this.pos): number {
    const feed = this.text.indexOf('\n', from);
    return feed < 0 ? this.text.length : feed + 1;
  }

  /**
   * Where a fixed text comes next. That there is none is remembered, so that asking once for each
   * of many openers without a closer does not read the rest of the text each time.
   */
  find(needle: string, from = this.pos): number {
    if (this.text.length < SHORT) return this.text.indexOf(needle, from);
    this.#last ??= new Map();
    let last = this.#last.get(needle);
    if (last === undefined) {
      last = this.text.lastIndexOf(needle);
      this.#last.set(needle, last);
    }
    return last < from ? -1 : this.text.indexOf(needle, from);
  }

  /** The line of the document, counted from 0. Places are mostly asked for in order. */
  lineAt(pos = this.pos): number {
    if (pos < this.#linePos) {
      this.#linePos = 0;
      this.#lineNr = this.line;
      this.#nextFeed = this.text.indexOf('\n');
    }
    while (this.#nextFeed >= 0 && this.#nextFeed < pos) {
      this.#lineNr++;
      this.#linePos = this.#nextFeed + 1;
      this.#nextFeed = this.text.indexOf('\n', this.#linePos);
    }
    return this.#lineNr;
  }
}
