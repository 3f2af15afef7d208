import { readPost } from '../../../../src/plugins/jekyll/core/post';
import { FILE_UID } from '../../../../src/plugins/jekyll/server/src/plugin-id';
import { differences } from './content';
import { splitFile } from './lines';
import type { LawPost, LawSession } from './session';
import { missing } from './lines';
import { visibleWords } from './words';

/** Forgets the text of every file: only its place is known then. */
export async function eraseBaselines(session: LawSession): Promise<void> {
  await session.strapi.db.query(FILE_UID).updateMany({ where: {}, data: { text: null } });
}

/** What a file that was written without its baseline says otherwise than the original, as sentences. */
export function differencesAfterErasing(post: LawPost, text: string | null): string[] {
  if (text === null) return [`${post.file}: no file`];
  const read = readPost(text, post.file, post.record.zone).content;
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
