import type { Warnings } from './warnings';

/**
 * A document may cost this much per character, and this much in any case. One step is one place at
 * which something may begin. Real posts take 0.4 per character on average, the densest of some length 1.2.
 */
const STEPS_PER_CHARACTER = 1.6;
const STEPS = 20_000;
/**
 * What elements cost: most of it is not to read them but to keep them, and their tokens. So 100 KB
 * may hold some sixteen thousand, where real posts of that length have two thousand.
 */
export const BLOCK_STEPS = 12;
export const ITEM_STEPS = 18;
export const CELL_STEPS = 12;
export const ABBREVIATION_STEPS = 4;
export const TOC_ENTRY_STEPS = 16;
/** Elements within elements; the real kramdown has no limit but Ruby's stack. */
const DEPTH = 100;

/**
 * What a document may cost. Kramdown's grammar tries and goes back, so hostile text could take
 * quadratic time and any depth of calls; what lies beyond the limits stays as text.
 */
export class Budget {
  #left: number;
  #depth = 0;
  #tooDeep = false;

  constructor(
    size: number,
    private readonly warnings: Warnings,
  ) {
    this.#left = STEPS + STEPS_PER_CHARACTER * size;
  }

  /** Counts work; false when there may be no more. */
  spend(line: number, steps = 1): boolean {
    if (this.#left > 0) {
      this.#left -= steps;
      return true;
    }
    if (this.#left > -Infinity) {
      this.#left = -Infinity;
      this.warnings.add(
        'too-much-work',
        line,
        `The text from line ${line + 1} on takes too much work to read - it is shown as it stands`,
      );
    }
    return false;
  }

  /** The same for work that can be left undone; who asks says so to the reader. */
  allows(steps: number): boolean {
    if (this.#left <= 0) return false;
    this.#left -= steps;
    return true;
  }

  get spent(): boolean {
    return this.#left <= 0;
  }

  /** Goes one element deeper, unless that is too deep. */
  enter(line: number): boolean {
    if (this.#depth >= DEPTH) {
      if (!this.#tooDeep) {
        this.#tooDeep = true;
        this.warnings.add(
          'too-deep',
          line,
          `Elements are nested more than ${DEPTH} deep on line ${line + 1} - the rest is shown as text`,
        );
      }
      return false;
    }
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }
}
