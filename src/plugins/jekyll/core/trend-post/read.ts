import { fieldValue } from './elements';
import { readLayout, type Layout } from './layout';
import { labelsOf, titleOf } from './title';
import type { SurveyContent } from './types';

export interface ReadSurveyOptions {
  /**
   * Takes every body with items for a survey, however few of them cite something: for a post that
   * is known to be one.
   */
  readonly anyItems?: boolean;
}

/** What a body says when it is a survey; null when the post is plain. */
export function readSurvey(body: string, options: ReadSurveyOptions = {}): SurveyContent | null {
  const layout = readLayout(body, new Set(), options.anyItems ?? false);
  return layout && contentOf(layout);
}

/** The values of a layout's pieces. */
export function contentOf(layout: Layout): SurveyContent {
  return {
    keywords: layout.box?.read.keywords ?? [],
    body: fieldValue(layout.body),
    sections: layout.sections.map((section) => ({
      heading: titleOf(section.heading),
      prefix: prefixOf(section.items.flatMap((item) => labelsOf(item.heading))),
      lead: fieldValue(section.lead),
      items: section.items.map((item) => ({
        title: titleOf(item.heading),
        body: fieldValue(item.body),
        citations: labelsOf(item.heading).map((label) => ({
          label,
          text: layout.definitions.get(label)?.text ?? '',
        })),
      })),
    })),
    closing: fieldValue(layout.closing),
  };
}

/** `p` when every label is `ref-p-n` with the same p, else ''. */
export function prefixOf(labels: readonly string[]): string {
  const prefixes = new Set(labels.map((label) => /^ref-(\w[\w-]*)-\d+$/.exec(label)?.[1] ?? ''));
  return prefixes.size === 1 ? ([...prefixes][0] ?? '') : '';
}
