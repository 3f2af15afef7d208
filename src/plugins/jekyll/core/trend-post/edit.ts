import { scanBlocks } from './blocks';
import { canonicalSurvey } from './canonical';
import { claimDefinitions, relabelClaims } from './claims';
import { definitionGap, placeDefinitions } from './edit-definitions';
import { editField } from './edit-field';
import { editHead } from './edit-head';
import { editSections } from './edit-sections';
import type { Element } from './elements';
import { houseOf, type HouseForm, type SurveyPrintOptions } from './house';
import { labelSurvey } from './labels';
import { readLayout, tailStart, type Layout } from './layout';
import { dominantEol, splitLines } from './lines';
import { matchSurveys } from './match';
import { freshLines, Output, writeLines } from './output';
import { printSurvey } from './print';
import { contentOf } from './read';
import { danglingLabels, sameSurvey, unlabelled } from './same';
import { relabel, resolveTargets, type Targets } from './targets';
import type { SurveyContent } from './types';

/**
 * The baseline with only those lines changed that spell the change: every other line keeps its
 * spelling, its place and its line end. A baseline without items gives the house form.
 */
export function editSurvey(
  baseline: string,
  next: SurveyContent,
  options: SurveyPrintOptions = {},
): string {
  const house = houseOf(options);
  const content = canonicalSurvey(next, house.referencesHeading);
  // Definitions that running text still needs stay, though no title cites them any more.
  const staying = danglingLabels(content);
  const hasItems = content.sections.some((section) => section.items.length > 0);
  const layout = hasItems ? readLayout(baseline, staying, true) : null;
  if (!layout) return printLike(baseline, next, options);
  const old = contentOf(layout);
  if (sameSurvey(old, content)) return baseline;

  const oldTargets = resolveTargets(old);
  const matches = matchSurveys(unlabelled(old), unlabelled(content));
  const claim = (targets: Targets) =>
    claimDefinitions({ content: old, targets: oldTargets }, { content, targets }, matches);
  const { targets, labelling } = labelSurvey(content, (attempt) =>
    relabelClaims({ content, targets: attempt }, oldTargets, claim(attempt)),
  );
  const { labels, renumbered } = labelling;
  const final = relabel(content, targets, (target) => labels.get(target) ?? '');

  const out = new Output(layout.lines);
  editHead(out, layout, old, final, house);
  editSections(out, { layout, old, next: final, matches, house });
  editClosing(out, layout, old, final, house);

  const slots = slotsOf(layout);
  const lines = placeDefinitions(out.elements, {
    targets: definitionTexts(content, final, targets),
    claims: claim(targets),
    oldTargets: oldTargets.all,
    renumbered,
    staying,
    slots: new Map(slots.map((slot) => [slot.definition.label, slot])),
    gap: definitionGap(slots, layout.lines, house.betweenDefinitions),
  });
  return writeLines(lines, dominantEol(layout.lines), layout.lines.at(-1)?.eol !== '');
}

function editClosing(
  out: Output,
  layout: Layout,
  old: SurveyContent,
  next: SurveyContent,
  house: HouseForm,
): void {
  const closing = next.closing ?? '';
  if (layout.closing.length > 0) {
    if (closing !== '') {
      const gap = layout.sections.at(-1)?.gap ?? [];
      const apart = gap.some((el) => el.type === 'slot' || isSeparator(el));
      if (!apart && closing !== old.closing && !opensTail(closing)) {
        if (gap.length > 0) out.blank();
        out.addBelow(freshLines(house.beforeClosing));
      }
      out.add(closing === old.closing ? layout.closing : editField(layout.closing, closing));
    }
    out.add(layout.end);
    return;
  }
  if (closing === '') {
    out.add(layout.end);
    return;
  }
  // A closing text where none stood: below the separators, above the definitions.
  let at = layout.end.findLastIndex(isSeparator) + 1;
  const slot = layout.end.findIndex((element) => element.type === 'slot');
  if (slot >= 0 && at > slot) at = layout.end.slice(0, slot).findLastIndex(isSeparator) + 1;
  if (at > 0) out.add(layout.end.slice(0, at));
  else out.addBelow(freshLines(house.beforeClosing));
  out.addBelow(editField([], closing));
  out.add(layout.end.slice(at));
}

function isSeparator(element: Element): boolean {
  return element.type === 'line' && element.kind !== 'blank';
}

/** Whether a text cannot be taken for a part of the last item. */
function opensTail(text: string): boolean {
  return tailStart(scanBlocks(splitLines(text)), 0) === 0;
}

/** Every cited definition with its final label and text, in citation order. */
function definitionTexts(content: SurveyContent, final: SurveyContent, targets: Targets) {
  const texts = new Map<(typeof targets.all)[number], { label: string; text: string }>();
  content.sections.forEach((section, s) =>
    section.items.forEach((item, i) =>
      item.citations.forEach((citation, c) => {
        const target = targets.of(citation);
        const spelled = final.sections[s]?.items[i]?.citations[c];
        if (spelled && !texts.has(target)) texts.set(target, spelled);
      }),
    ),
  );
  return targets.all.map((target) => {
    const { label, text } = texts.get(target) ?? target;
    return { target, label, text };
  });
}

function slotsOf(layout: Layout) {
  const elements = [
    ...layout.bodyHead,
    ...layout.body,
    ...layout.bodyGap,
    ...layout.sections.flatMap((section) => [
      ...section.headGap,
      ...section.lead,
      ...section.leadGap,
      ...section.items.flatMap((item) => [...item.headGap, ...item.body, ...item.gap]),
      ...section.gap,
    ]),
    ...layout.closing,
    ...layout.end,
  ];
  return elements.filter((element) => element.type === 'slot');
}

/** The house form with the line ends that the other text has. */
function printLike(baseline: string, next: SurveyContent, options: SurveyPrintOptions): string {
  const eol = dominantEol(splitLines(baseline));
  return printSurvey(next, options).replace(/\n/g, eol);
}
