import { labelsIn, mapMarks, mapSpans } from './marks';
import type { SurveyCitation, SurveyContent, SurveyItem } from './types';

/** A definition that a survey's titles cite; equal label and text are one definition. */
export interface Target {
  /** The label as the content has it, '' for none. */
  readonly label: string;
  readonly text: string;
  /** The prefix of the section that cites it first: numbered together with that prefix's others. */
  readonly group: string;
}

/** What the marks of a survey point to. */
export interface Targets {
  /** In the order in which titles cite them. */
  readonly all: readonly Target[];
  of(citation: SurveyCitation): Target;
  /** What a label in running text means: the item's own citations first, then the post's. */
  find(label: string, item?: SurveyItem): Target | undefined;
  /** Labels that running text uses or defines itself. */
  readonly literal: { readonly used: ReadonlySet<string>; readonly defined: ReadonlySet<string> };
}

/**
 * Resolves the citations and marks of a survey. Sections whose prefix is in `apart` share no
 * definition with the others.
 */
export function resolveTargets(
  content: SurveyContent,
  apart: ReadonlySet<string> = new Set(),
): Targets {
  const all: Target[] = [];
  const byKey = new Map<string, Target>();
  const byLabel = new Map<string, Target>();
  const byCitation = new Map<SurveyCitation, Target>();
  for (const section of content.sections) {
    for (const citation of section.items.flatMap((item) => item.citations)) {
      const { label, text } = citation;
      const key = `${label}\n${text}${apart.has(section.prefix) ? `\n${section.prefix}` : ''}`;
      const known = label === '' ? undefined : byKey.get(key);
      const target = known ?? { label, text, group: section.prefix };
      byCitation.set(citation, target);
      if (known) continue;
      all.push(target);
      byKey.set(key, target);
      if (label !== '' && !byLabel.has(label)) byLabel.set(label, target);
    }
  }
  const find = (label: string, item?: SurveyItem): Target | undefined => {
    const own = item?.citations.find((citation) => citation.label === label);
    return (own && byCitation.get(own)) ?? byLabel.get(label);
  };
  return {
    all,
    of: (citation) => {
      const target = byCitation.get(citation);
      if (!target) throw new Error('The citation is not part of the survey that was resolved.');
      return target;
    },
    find,
    literal: literalLabels(content, find),
  };
}

/** The survey with each label, in marks and in running text, replaced by its target's. */
export function relabel(
  content: SurveyContent,
  targets: Targets,
  labelOf: (target: Target) => string,
): SurveyContent {
  const rename = (item?: SurveyItem) => (label: string) => {
    const target = targets.find(label, item);
    return target ? labelOf(target) : label;
  };
  return {
    keywords: content.keywords,
    body: mapMarks(content.body, rename()),
    sections: content.sections.map((section) => ({
      ...section,
      heading: mapSpans(section.heading, rename()),
      lead: mapMarks(section.lead, rename()),
      items: section.items.map((item) => ({
        title: mapSpans(item.title, rename(item)),
        body: mapMarks(item.body, rename(item)),
        citations: item.citations.map((citation) => ({
          label: labelOf(targets.of(citation)),
          text: mapMarks(citation.text, rename(item)),
        })),
      })),
    })),
    closing: content.closing === null ? null : mapMarks(content.closing, rename()),
  };
}

function literalLabels(
  content: SurveyContent,
  find: Targets['find'],
): { used: Set<string>; defined: Set<string> } {
  const used = new Set<string>();
  const defined = new Set<string>();
  const add = (text: string, item?: SurveyItem) => {
    const labels = labelsIn(text);
    for (const label of labels.used) if (!find(label, item)) used.add(label);
    for (const label of labels.defined) defined.add(label);
  };
  add(content.body);
  add(content.closing ?? '');
  for (const section of content.sections) {
    add(section.heading);
    add(section.lead);
    for (const item of section.items) {
      add(item.title, item);
      add(item.body, item);
      for (const citation of item.citations) add(citation.text, item);
    }
  }
  return { used, defined };
}
