import {
  hasRuby,
  readWithPsych,
} from '../../../../src/plugins/jekyll/core/post-file/testing/psych';
import { splitFile } from './lines';
import type { Sighting } from './run-edit';
import type { Tally } from './tally';

type Map = Record<string, unknown>;

/** What Psych must find under the key of a field, where one key says the field whatever stood there. */
const SAID: Readonly<Record<string, (map: Map) => unknown>> = {
  title: (map) => map['title'],
  description: (map) => map['description'],
  coverPath: (map) => (isMap(map['image']) ? map['image']['path'] : map['image']),
  coverAlt: (map) => (isMap(map['image']) ? map['image']['alt'] : undefined),
  coverLqip: (map) => (isMap(map['image']) ? map['image']['lqip'] : undefined),
  math: (map) => map['math'],
  mermaid: (map) => map['mermaid'],
  toc: (map) => map['toc'],
  pin: (map) => map['pin'],
  comments: (map) => map['comments'],
  mediaBase: (map) => map['img_path'] ?? map['media_subpath'],
};

/**
 * Lets Ruby's Psych read the front matter before and after each edit: the edited field says the new
 * value, and every key that the edit does not reach says what it said.
 *
 * @returns false where there is no Ruby
 */
export function checkWithPsych(sightings: readonly Sighting[], tally: Tally): boolean {
  if (!hasRuby()) return false;
  const yamls = sightings.flatMap(({ before, after }) =>
    [before, after].map((text) => (splitFile(text).front ?? []).join('')),
  );
  const answers = readWithPsych(yamls);
  sightings.forEach(({ file, edit, value, keys }, index) => {
    const fail = (detail: string): void =>
      tally.fail({ file, edit, value, law: 'Psych reads exactly that change', detail });
    const [before, after] = answers.slice(2 * index, 2 * index + 2);
    if (!before || !after) return fail('Psych gave no answer');
    if (!('ok' in before)) return;
    if (!('ok' in after)) return fail(after.error);
    const old = before.ok as Map;
    const now = after.ok as Map;
    for (const key of new Set([...Object.keys(old), ...Object.keys(now)])) {
      if (keys.includes(key)) continue;
      if (JSON.stringify(old[key]) !== JSON.stringify(now[key])) {
        fail(`${key}: ${JSON.stringify(old[key])} became ${JSON.stringify(now[key])}`);
      }
    }
    const said = SAID[edit]?.(now);
    if (SAID[edit] && text(said) !== text(value)) {
      fail(`${edit} says ${JSON.stringify(said)}, not ${JSON.stringify(value)}`);
    }
  });
  return true;
}

const isMap = (value: unknown): value is Map =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As Liquid prints it; what is unset prints nothing. */
const text = (value: unknown): string =>
  value === null || value === undefined ? '' : String(value);
