import { z } from 'zod';
import { RULES } from './rules';
import type { Level, Rule } from './types';

const LEVELS = ['off', 'warning', 'error'] as const;
const level = z.enum(LEVELS);

/** What is wrong with a rule's setting (a level, or its options with or without one), and where. */
function mistakesIn(
  { options }: Rule,
  setting: unknown,
): { path: PropertyKey[]; message: string }[] {
  if (setting === undefined) return [];
  const own = options instanceof z.ZodObject ? options.partial().shape : {};
  const schema =
    typeof setting === 'object' ? z.strictObject({ severity: level.optional(), ...own }) : level;
  const result = schema.safeParse(setting);
  return result.success ? [] : result.error.issues.map(({ path, message }) => ({ path, message }));
}

/** The part `checks` of the plugin's configuration: `{ 'rule-id': 'off' }` or `{ 'rule-id': { … } }`. */
export const checksSchema = z.record(z.string(), z.unknown()).superRefine((settings, context) => {
  for (const [id, setting] of Object.entries(settings)) {
    const rule = RULES.find((other) => other.id === id);
    const mistakes = rule ? mistakesIn(rule, setting) : [{ path: [], message: unknownRule(id) }];
    for (const { path, message } of mistakes) {
      context.addIssue({ code: 'custom', path: [id, ...path], message });
    }
  }
}) as unknown as z.ZodType<CheckSettings>;

function unknownRule(id: string): string {
  const near = RULES.find((rule) => isNear(rule.id, id));
  const hint = near ? `Did you mean "${near.id}"?` : 'docs/checks.md lists them.';
  return `there is no rule "${id}". ${hint}`;
}

/** Whether two names differ in one letter, or hold the same letters in another order. */
function isNear(name: string, other: string): boolean {
  const letters = (text: string): string =>
    [...text.toLowerCase()]
      .filter((letter) => /[a-z]/.test(letter))
      .sort()
      .join('');
  if (letters(name) === letters(other)) return true;
  let start = 0;
  while (start < name.length && name[start] === other[start]) start += 1;
  const [one, two] = [name.slice(start), other.slice(start)];
  return one.slice(1) === two.slice(1) || one.slice(1) === two || one === two.slice(1);
}

export type CheckSettings = {
  readonly [id: string]: Level | { readonly severity?: Level; readonly [option: string]: unknown };
};

/** A rule as a site has it. */
export interface RuleSetting {
  readonly rule: Rule;
  readonly severity: Exclude<Level, 'off'>;
  readonly options: unknown;
}

/** The rules that are on, with their options filled in. */
export function activeRules(settings: CheckSettings): RuleSetting[] {
  return RULES.flatMap((rule): RuleSetting[] => {
    const setting = settings[rule.id];
    const { severity = rule.severity, ...own } =
      typeof setting === 'object' ? setting : { severity: setting };
    if (severity === 'off') return [];
    return [{ rule, severity, options: rule.options?.parse(own) ?? {} }];
  });
}
