import { readPost } from '../../../../src/plugins/jekyll/core/post';
import { differences } from './content';
import { missing, splitFile } from './lines';
import type { LawPost } from './session';
import { visibleWords } from './words';

/** What a file that was written without its baseline says otherwise than the original, as sentences. */
export function differencesAfterErasing(post: LawPost, file: string, text: string): string[] {
  const read = readPost(text, file, post.record.zone).content;
  const found = differences(read, post.content);
  const before = visibleWords(splitFile(post.text).body);
  const after = visibleWords(splitFile(text).body);
  const lost = missing(before, after);
  const gained = missing(after, before);
  if (lost.length + gained.length > 0) {
    found.push(
      `words lost ${JSON.stringify(lost.slice(0, 8))}, gained ${JSON.stringify(gained.slice(0, 8))}`,
    );
  }
  return found.map((difference) => `${post.file}: ${difference}`);
}
