/** A law that did not hold: enough to do it again. */
export interface Broken {
  readonly file: string;
  readonly edit: string;
  readonly value: unknown;
  readonly law: string;
  readonly detail: string;
}

export type Outcome = 'exact' | 'named' | 'broken';

/** Counts what was tried and keeps what broke, so that one run shows everything. */
export class Tally {
  readonly broken: Broken[] = [];
  private readonly counts: Record<Outcome, number> = { exact: 0, named: 0, broken: 0 };
  private readonly codes = new Map<string, number>();
  private restored = 0;
  private restoredBytes = 0;

  count(outcome: Outcome): void {
    this.counts[outcome] += 1;
  }

  /** An edit that the export or Strapi refused, or warned about, by the problem's name. */
  named(codes: readonly string[]): void {
    for (const code of codes) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
  }

  /** An edit that was taken back: whether the file has its old bytes again. */
  takenBack(sameBytes: boolean): void {
    this.restored += 1;
    if (sameBytes) this.restoredBytes += 1;
  }

  fail(broken: Broken): void {
    this.broken.push(broken);
  }

  get tried(): number {
    return this.counts.exact + this.counts.named + this.counts.broken;
  }

  /** One line for the log. */
  summary(name: string): string {
    const { exact, named, broken } = this.counts;
    const codes = [...this.codes].map(([code, count]) => `${code} ${count}`).join(', ');
    return (
      `${name}: ${this.tried} edits tried, ${exact} exact, ${named} named${codes && ` (${codes})`}, ` +
      `${broken} broken; taken back ${this.restored}, byte for byte ${this.restoredBytes}`
    );
  }

  /** What broke, readable in a failed expectation. */
  report(most = 20): string {
    const lines = this.broken
      .slice(0, most)
      .map(
        ({ file, edit, value, law, detail }) =>
          `${law}: ${file} / ${edit} = ${JSON.stringify(value)?.slice(0, 200)}\n    ${detail}`,
      );
    const rest = this.broken.length - lines.length;
    return [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
  }
}
