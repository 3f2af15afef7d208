import {
  danglingLabels,
  editSurvey,
  printSurvey,
  readSurvey,
  sameSurvey,
  type SurveyContent,
  type SurveyPrintOptions,
} from '../trend-post';
import { respellLines, stripBlankLines } from '../text/lines';
import { type BodyFields, DEFAULT_CLOSING } from './content';

/** A survey has sections; everything else is plain, its whole body one Markdown field. */
export type PostKind = 'survey' | 'plain';

export const kindOf = (fields: BodyFields): PostKind =>
  fields.sections.length > 0 ? 'survey' : 'plain';

/** An entry with sections says that its file is a survey, even one whose items cite little. */
const KNOWN_SURVEY = { anyItems: true };

const asSurvey = ({ keywords, body, sections, closing }: BodyFields): SurveyContent => ({
  keywords,
  body,
  sections,
  closing,
});

/** Reads the text after the front matter: a survey in its parts, anything else as one field. */
export function readBody(text: string): BodyFields {
  const survey = readSurvey(text);
  return survey ?? { keywords: [], body: plainText(text), sections: [], closing: null };
}

const plainText = (text: string): string => stripBlankLines(text.replace(/\r\n?/g, '\n'));

/**
 * What a plain post shows. Keywords and a closing text, which belong to surveys, are shown where a
 * survey has them, so that nothing an editor typed is lost.
 */
function plainBody(fields: BodyFields): string {
  const closing = fields.closing?.trim() === DEFAULT_CLOSING ? '' : (fields.closing ?? '');
  const box =
    fields.keywords.length > 0
      ? printSurvey({ keywords: fields.keywords, body: '', sections: [], closing: '' }).trim()
      : '';
  return [box, plainText(fields.body), plainText(closing)].filter(Boolean).join('\n\n');
}

/** True when the text after the front matter already says the fields. */
export function sameBody(text: string, fields: BodyFields): boolean {
  if (kindOf(fields) === 'plain') return plainText(text) === plainBody(fields);
  const survey = readSurvey(text, KNOWN_SURVEY);
  return survey !== null && sameSurvey(survey, asSurvey(fields));
}

/**
 * Footnotes that a survey's text uses and its entry no longer defines, though the file still does:
 * a definition is not taken away from under its uses.
 */
export function keptFootnotes(text: string, fields: BodyFields): string[] {
  if (kindOf(fields) === 'plain') return [];
  return [...danglingLabels(asSurvey(fields))].filter((label) =>
    text.split(/\r\n?|\n/).some((line) => line.trimStart().startsWith(`[^${label}]:`)),
  );
}

/**
 * The text after the front matter, saying `fields`, with every line of `baseline` that says the same
 * left as it is.
 *
 * @param baseline the text that stands in the blog, or null for a new post
 */
export function writeBody(
  fields: BodyFields,
  baseline: string | null,
  options: SurveyPrintOptions = {},
): string {
  if (baseline !== null && sameBody(baseline, fields)) return baseline;
  if (kindOf(fields) === 'survey') {
    if (baseline !== null && readSurvey(baseline, KNOWN_SURVEY))
      return editSurvey(baseline, asSurvey(fields), options);
    return framed(printSurvey(asSurvey(fields), options));
  }
  const body = plainBody(fields);
  return baseline === null || plainText(baseline) === ''
    ? framed(body)
    : respellLines(baseline, body);
}

/** House form: a blank line after the front matter, one newline at the end. */
function framed(text: string): string {
  const body = stripBlankLines(text);
  return body === '' ? '' : `\n${body}\n`;
}
