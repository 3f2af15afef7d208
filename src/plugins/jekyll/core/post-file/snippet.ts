import { lineColumn } from './lines';
import type { Problem } from './problem';
import { readYaml } from './read';
import type { FrontMatter } from './types';

/**
 * Reads a free YAML text of top-level pairs, as the panel's "other front matter" holds it: the
 * same reading as a file's. Refuses what cannot go into a front matter: document markers and
 * directives; Ruby tags are refused as everywhere.
 */
export function readSnippet(yaml: string): FrontMatter {
  const marker = /^(?:---|\.\.\.)(?=\s|$)/m.exec(yaml);
  const directive = /^%/m.exec(yaml);
  const problems: Problem[] = [];
  if (marker) {
    problems.push({
      code: 'snippet-document-marker',
      message: {
        en: `"${marker[0]}" at the start of a line would end the front matter.`,
        ko: `줄 처음의 "${marker[0]}"은(는) 머리말을 끝냅니다.`,
      },
      ...lineColumn(yaml, marker.index),
    });
  }
  if (directive) {
    problems.push({
      code: 'snippet-directive',
      message: {
        en: 'YAML directives ("%…") are not allowed in a front matter.',
        ko: '머리말에는 YAML 지시자("%…")를 쓸 수 없습니다.',
      },
      ...lineColumn(yaml, directive.index),
    });
  }
  return problems.length > 0 ? { entries: [], problems } : readYaml(yaml, 0);
}
