/** What decides whether a value may be stored in an attribute: the part of its schema that counts. */
export interface AttributeRules {
  readonly type: string;
  readonly required?: boolean;
  readonly default?: unknown;
  readonly unique?: boolean;
  readonly conditions?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly regex?: string;
  readonly enum?: readonly string[];
  readonly min?: number;
  readonly max?: number;
}

/** Strapi's own limit of a short text that names none. */
const SHORT_TEXT = 255;
const TEXTS: readonly string[] = ['string', 'text', 'richtext'];

/**
 * Whether Strapi's validation would take the values as they stand; what is in doubt does not fit. A
 * draft may break the rules that only a published entry has to keep.
 */
export const fits = (
  attributes: Readonly<Record<string, AttributeRules>>,
  values: Readonly<Record<string, unknown>>,
  published: boolean,
): boolean =>
  Object.entries(values).every(([name, value]) => {
    const rules = attributes[name];
    return rules !== undefined && valueFits(rules, value, published);
  });

function valueFits(rules: AttributeRules, value: unknown, published: boolean): boolean {
  if (value === null) return !(published && rules.required);
  if (TEXTS.includes(rules.type))
    return typeof value === 'string' && textFits(rules, value, published);
  switch (rules.type) {
    case 'enumeration':
      return typeof value === 'string' && (rules.enum ?? []).includes(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'datetime':
      return typeof value === 'string';
    case 'json':
      return true;
    case 'component':
      return Array.isArray(value) && (!published || countFits(rules, value.length));
    default:
      return false;
  }
}

function textFits(rules: AttributeRules, text: string, published: boolean): boolean {
  const longest = rules.maxLength ?? (rules.type === 'string' ? SHORT_TEXT : Infinity);
  if (text.length > longest) return false;
  if (!published) return true;
  if (text.length < (rules.minLength ?? 0)) return false;
  if (rules.regex === undefined || (text === '' && !rules.required)) return true;
  return new RegExp(rules.regex).test(text);
}

const countFits = ({ min = 0, max = Infinity, required }: AttributeRules, count: number): boolean =>
  count <= max && (count >= min || (count === 0 && !required));
