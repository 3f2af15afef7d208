import { convert, type KramdownOptions } from '../../src/plugins/jekyll/core/kramdown';
import type { Answer, Question } from './oracle';

/** kramdown's own defaults where they are not Jekyll's, which are ours. */
const KRAMDOWN_DEFAULTS: KramdownOptions = { input: 'kramdown' };

/** Jekyll takes an empty setting of the highlighter for none and uses its default. */
function asJekyll(options: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { syntax_highlighter: highlighter, ...rest } = options;
  return highlighter === null || highlighter === undefined ? rest : options;
}

/** What the parser under test makes of a question. */
export function ours({ text, mode, options = {} }: Question): Answer {
  const all = mode === 'kramdown' ? { ...KRAMDOWN_DEFAULTS, ...options } : asJekyll(options);
  try {
    const { html, warnings } = convert(text, all as KramdownOptions);
    return { html, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { html: '', warnings: [], error: text.slice(0, 1000) };
  }
}
