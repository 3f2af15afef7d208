import { z } from 'zod';
import type { LintIssue } from '../facts';
import { rule } from '../types';
import { LINT_CONFIG, LINT_TEXTS } from '../lint-config';

const options = z.strictObject({
  /** Rules of markdownlint by name, over those that are on: `{ "MD034": true }`. */
  rules: z.record(z.string(), z.unknown()).default({}),
});

/** What markdownlint finds, with the rules that fit kramdown. */
export const markdownStyle = rule<z.output<typeof options>>({
  id: 'markdown-style',
  severity: 'warning',
  advice: true,
  needs: ['lint'],
  slow: true,
  options,
  *check({ post: { body }, facts: { lint }, options: { rules } }) {
    if (!lint) return;
    const config = { ...LINT_CONFIG, ...rules };
    const lines = body.markdown.split('\n');
    const emphasised = new Set<number>();
    for (const issue of lint(body.markdown, config)) {
      const { name, line, column, description, detail } = issue;
      if (isFalse(issue, lines[line - 1] ?? '')) continue;
      // A comment in the post may turn on what the site has off.
      if (Object.keys(rules).length === 0 && !Object.hasOwn(LINT_CONFIG, name)) continue;
      if (name === 'MD037') {
        // It tells both ends of an emphasis.
        if (emphasised.has(line)) continue;
        emphasised.add(line);
      }
      const text = LINT_TEXTS[name] ?? { en: description, ko: description };
      const more = detail === null ? '' : ` (${detail})`;
      yield {
        place:
          column === null ? { bodyLine: line } : { offset: offsetOf(body.markdown, line, column) },
        message: { en: `${name}: ${text.en}${more}.`, ko: `${name}: ${text.ko}${more}.` },
      };
    }
  },
});

/** What markdownlint says of CommonMark and kramdown reads otherwise. */
function isFalse({ name, column, detail }: LintIssue, line: string): boolean {
  // kramdown ends a table at a line without a pipe, and parts its bodies and foot by lines of signs.
  // A row of one cell is a heading among the rows.
  if (name === 'MD056' && /Actual: 1;/.test(detail ?? '')) return true;
  if (name === 'MD056') return !line.includes('|') || /^[ \t]*[|=:+ \t-]+$/.test(line);
  // "#" alone leads to the top of the page.
  if (name === 'MD042') return /^!?\[[^\]]*\]\(#\)/.test(line.slice((column ?? 1) - 1));
  // Hash tags, and what compilers and shells read, are no headings.
  if (name === 'MD018')
    return /^#\S+(?:[ \t]+#\S+)+[ \t]*$|^#(?:!|_|include\b|define\b)/.test(line);
  // A single star between blanks is a sign of multiplication.
  if (name === 'MD037') return !/(?:\*\*|__)/.test(line);
  // Skipping a level is common where headings are a way to make items of a list larger.
  if (name === 'MD001') return /^[ \t]*(?:[-*+>]|\d+\.)[ \t]/.test(line);
  // Addresses that nobody else can open, and those that are quoted, are no links.
  if (name !== 'MD034') return false;
  const at = (column ?? 1) - 1;
  return (
    /^(?:https?:\/\/)?(?:localhost|127\.|0\.0\.0\.0|(?:www\.)?example\.)/.test(line.slice(at)) ||
    /['"“‘+]$/.test(line.slice(0, at)) ||
    // In an address that goes on behind a blank; of one apart from its text `link-syntax` tells.
    /\][ \t]*\([^()]*$/.test(line.slice(0, at))
  );
}

function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let i = 1; i < line; i += 1) {
    const next = text.indexOf('\n', start);
    if (next < 0) break;
    start = next + 1;
  }
  return Math.min(start + column - 1, text.length);
}
