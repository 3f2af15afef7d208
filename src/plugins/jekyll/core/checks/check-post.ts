import { parsePostFile } from '../post-file';
import { readFields } from '../post/read-post';
import type { Problem } from '../problem';
import { readSurvey } from '../trend-post';
import { readBody } from './body';
import type { BlogFacts } from './facts';
import { fieldOfKey, fieldsOfLines } from './fields';
import { activeRules, type CheckSettings, type RuleSetting } from './settings';
import type { CheckedPost, Finding, Place, PostText } from './types';

export interface CheckOptions {
  readonly settings?: CheckSettings;
  readonly facts?: BlogFacts;
  /** In milliseconds since 1970. */
  readonly now: number;
  /** Leaves the slow rules out. */
  readonly fast?: boolean;
  /** Only what tells whether the post may go to the blog: no advice. */
  readonly gate?: boolean;
}

/**
 * What the rules find in a post, in the order of the file. A file whose front matter can't be read
 * has no findings: that is a problem of its own, which stops it elsewhere.
 */
export function checkPost(file: PostText, options: CheckOptions): Problem[] {
  const { settings = {}, facts = {}, now, fast = false, gate = false } = options;
  const post = takeApart(file);
  if (!post) return [];
  const place = placing(file, post);
  const found: Problem[] = [];
  for (const setting of activeRules(settings)) {
    const { rule, severity } = setting;
    if (rule.slow && (fast || gate)) continue;
    if (gate && rule.advice && severity !== 'error') continue;
    if (rule.needs?.some((name) => facts[name] === undefined)) continue;
    const input = { post, facts, now, options: setting.options };
    for (const finding of rule.check(input)) found.push(problemOf(setting, finding, place));
  }
  return found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

/** A post in the parts that rules ask for; null where its front matter can't be read. */
export function takeApart({ text, path, zone }: PostText): CheckedPost | null {
  const { fields, entries, problems, body: source } = readFields(text, path, zone);
  if (problems.length > 0) return null;
  const { frontMatter } = parsePostFile(text);
  const body = readBody(source, entries.get('render_with_liquid')?.value !== false);
  let survey: { readonly value: CheckedPost['survey'] } | null = null;
  return {
    path,
    zone,
    fields,
    entries,
    yaml: frontMatter?.yaml ?? '',
    body,
    get survey() {
      return (survey ??= { value: readSurvey(body.text) }).value;
    },
  };
}

type Placed = Pick<Problem, 'field' | 'line' | 'column'>;

/** Turns places of rules into places in the file, with the field of the entry that says it. */
function placing({ text }: PostText, post: CheckedPost): (place: Place) => Placed {
  const { bom, frontMatter } = parsePostFile(text);
  const head = frontMatter
    ? bom + frontMatter.open + frontMatter.yaml + frontMatter.close
    : (bom as string);
  const before = head.replace(/\r\n?/g, '\n').split('\n').length - 1;
  let fields: ((line: number) => string) | null = null;
  const inBody = (line: number, column?: number): Placed => {
    fields ??= fieldsOfLines(post.body.text);
    return {
      field: fields(line - 1),
      line: line + before,
      ...(column === undefined ? {} : { column }),
    };
  };
  return (place) => {
    if ('offset' in place) {
      const { line, column } = post.body.placeOf(place.offset);
      return inBody(line, column);
    }
    if ('bodyLine' in place) return inBody(place.bodyLine);
    if ('fileLine' in place) {
      return {
        line: place.fileLine,
        ...(place.key === undefined ? {} : { field: fieldOfKey(place.key) }),
      };
    }
    if ('field' in place) return { field: place.field };
    const line = post.entries.get(place.key)?.line;
    return { field: fieldOfKey(place.key), ...(line === undefined ? {} : { line }) };
  };
}

const problemOf = (
  { rule, severity }: RuleSetting,
  { message, place }: Finding,
  placeOf: (place: Place) => Placed,
): Problem => ({ code: rule.id, severity, message, ...placeOf(place) });
