import { LABEL } from './blocks';
import { prefixOf } from './read';
import { resolveTargets, type Target, type Targets } from './targets';
import type { SurveyContent } from './types';

/** The label of every target, and the numbering groups that were numbered anew. */
export interface Labelling {
  readonly labels: ReadonlyMap<Target, string>;
  readonly renumbered: ReadonlySet<string>;
  /** Prefixes of sections that show another prefix as long as they share definitions. */
  readonly apart: ReadonlySet<string>;
}

/**
 * Gives labels: those of `keep` (null for none) unless their group has one without, one that is no
 * footnote name or one that another definition has, unless the group is in `force`, or unless a
 * section would no longer show its prefix. Such a group gets `ref-{prefix}-{n}`, or `ref{n}` where
 * the prefix is '', in order, around every label that is in use.
 */
export function assignLabels(
  content: SurveyContent,
  targets: Targets,
  keep: (target: Target) => string | null,
  force: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Labelling {
  const renumbered = new Set(force);
  for (const target of targets.all) {
    const label = keep(target);
    if (label === null || !LABEL.test(label) || taken.has(label)) renumbered.add(target.group);
  }
  for (;;) {
    const labels = number(targets, keep, renumbered);
    const before = renumbered.size;
    for (const [target, label] of labels) if (label === null) renumbered.add(target.group);
    if (renumbered.size > before) continue;
    const known = new Map([...labels].map(([target, label]) => [target, label ?? '']));
    const apart = new Set<string>();
    for (const { items, prefix } of content.sections) {
      const cited = items.flatMap((item) => item.citations.map((c) => targets.of(c)));
      const shown = prefixOf(cited.map((target) => known.get(target) ?? ''));
      if (cited.length === 0 || shown === prefix) continue;
      if (renumbered.has(prefix)) apart.add(prefix);
      else renumbered.add(prefix);
    }
    if (renumbered.size === before) return { labels: known, renumbered, apart };
  }
}

/**
 * Resolves and labels a survey; sections that must not share definitions to show their prefix
 * get their own.
 */
export function labelSurvey(
  content: SurveyContent,
  attempt: (targets: Targets) => Labelling,
): { readonly targets: Targets; readonly labelling: Labelling } {
  const apart = new Set<string>();
  for (;;) {
    const targets = resolveTargets(content, apart);
    const labelling = attempt(targets);
    const before = apart.size;
    for (const prefix of labelling.apart) apart.add(prefix);
    if (apart.size === before) return { targets, labelling };
  }
}

/** One attempt; null where a kept label meets another. */
function number(
  targets: Targets,
  keep: (target: Target) => string | null,
  renumbered: ReadonlySet<string>,
): Map<Target, string | null> {
  const used = new Set([...targets.literal.used, ...targets.literal.defined]);
  const kept = new Set<string>();
  const labels = new Map<Target, string | null>();
  for (const target of targets.all) {
    if (renumbered.has(target.group)) continue;
    const label = keep(target);
    labels.set(target, label !== null && !kept.has(label) ? label : null);
    if (label !== null) kept.add(label);
  }
  const counters = new Map<string, number>();
  for (const target of targets.all) {
    if (!renumbered.has(target.group)) continue;
    const stem = target.group === '' ? 'ref' : `ref-${target.group}-`;
    let n = (counters.get(target.group) ?? 0) + 1;
    while (used.has(`${stem}${n}`) || kept.has(`${stem}${n}`)) n += 1;
    counters.set(target.group, n);
    labels.set(target, `${stem}${n}`);
  }
  return labels;
}
