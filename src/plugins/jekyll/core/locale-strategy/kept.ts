import { parsePostFile, readFrontMatter } from '../post-file';
import { STRATEGY_KEYS } from './front-matter';

/** What a file that a strategy has written says of the strategy's keys, as YAML, as it stands there. */
export function keptFrontMatter(text: string): string {
  return readFrontMatter(parsePostFile(text))
    .entries.filter(({ key }) => STRATEGY_KEYS.includes(key))
    .map(({ source }) => (source.endsWith('\n') ? source : `${source}\n`))
    .join('');
}
