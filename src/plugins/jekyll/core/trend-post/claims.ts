import { assignLabels, type Labelling } from './labels';
import type { Matches } from './match';
import type { Target, Targets } from './targets';
import type { SurveyContent, SurveyItem } from './types';

/** Which definition of the old text each target of the new survey continues. */
export type Claims = ReadonlyMap<Target, Target>;

/**
 * Finds the old definition of each new target: equal text within the item it was, equal text
 * anywhere, then the same label or place within the item. A definition is continued once.
 */
export function claimDefinitions(
  old: { readonly content: SurveyContent; readonly targets: Targets },
  next: { readonly content: SurveyContent; readonly targets: Targets },
  matches: Matches,
): Claims {
  const claims = new Map<Target, Target>();
  const taken = new Set<Target>();
  const claim = (to: Target | undefined, from: Target | undefined) => {
    if (!to || !from || claims.has(to) || taken.has(from)) return;
    claims.set(to, from);
    taken.add(from);
  };
  const pairs: { to: Target[]; from: Target[] }[] = [];
  next.content.sections.forEach((section, s) =>
    section.items.forEach((item, i) => {
      const place = matches.items[s]?.[i];
      const was = place && old.content.sections[place.section]?.items[place.item];
      if (was) pairs.push({ to: cited(item, next.targets), from: cited(was, old.targets) });
    }),
  );
  const sameText = (to: Target, from: readonly Target[]) =>
    from.find((target) => target.text === to.text && !taken.has(target));
  for (const { to, from } of pairs) {
    for (const target of to) if (!claims.has(target)) claim(target, sameText(target, from));
  }
  for (const target of next.targets.all) {
    if (!claims.has(target)) claim(target, sameText(target, old.targets.all));
  }
  for (const { to, from } of pairs) {
    for (const target of to) {
      claim(
        target,
        from.find((other) => other.label === target.label && target.label !== ''),
      );
    }
    to.forEach((target, i) => claim(target, from[i]));
  }
  return claims;
}

/**
 * Labels for the new survey: those of the old text. A numbering group is numbered anew when one of
 * its citations is new to it or stands in another order; a removal alone renumbers nothing.
 */
export function relabelClaims(
  next: { readonly content: SurveyContent; readonly targets: Targets },
  old: Targets,
  claims: Claims,
): Labelling {
  const order = new Map(old.all.map((target, i) => [target, i] as const));
  const last = new Map<string, number>();
  const force = new Set<string>();
  for (const target of next.targets.all) {
    const was = claims.get(target);
    const at = was ? (order.get(was) ?? 0) : -1;
    if (!was || was.group !== target.group || at < (last.get(target.group) ?? -1)) {
      force.add(target.group);
    }
    last.set(target.group, at);
  }
  const added = new Set(
    [...next.targets.literal.defined].filter((label) => !old.literal.defined.has(label)),
  );
  const keep = (target: Target) => claims.get(target)?.label ?? null;
  return assignLabels(next.content, next.targets, keep, force, added);
}

function cited(item: SurveyItem, targets: Targets): Target[] {
  return item.citations.map((citation) => targets.of(citation));
}
