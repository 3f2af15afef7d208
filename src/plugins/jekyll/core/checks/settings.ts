import { z } from 'zod';
import { RULES } from './rules';
import type { Level, Rule } from './types';

const LEVELS = ['off', 'warning', 'error'] as const;
const level = z.enum(LEVELS);

/** What one rule may be set to: a level, or its options with or without one. */
function ruleSchema({ options }: Rule): z.ZodType {
  const own = options instanceof z.ZodObject ? options.partial().shape : {};
  return z.union([level, z.strictObject({ severity: level.optional(), ...own })]).optional();
}

/** The part `checks` of the plugin's configuration: `{ 'rule-id': 'off' }` or `{ 'rule-id': { … } }`. */
export const checksSchema = z.strictObject(
  Object.fromEntries(RULES.map((rule) => [rule.id, ruleSchema(rule)])),
) as unknown as z.ZodType<CheckSettings>;

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
