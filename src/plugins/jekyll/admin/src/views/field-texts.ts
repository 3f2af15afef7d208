import { FIELD_TEXTS } from '../../../contracts/field-texts';

/** Korean by field name and English text: the panel's hooks are not told which type they lay out. */
const korean = new Map<string, string>();
const key = (name: string, english: string): string => `${name}\n${english}`;

for (const fields of Object.values(FIELD_TEXTS)) {
  for (const [name, { label, hint }] of Object.entries(fields)) {
    korean.set(key(name, label.en), label.ko);
    korean.set(key(name, hint.en), hint.ko);
  }
}

/**
 * A label or help text of a field in the panel's language. Only our own English text is replaced:
 * what a person has written in the content manager's settings is shown as it is.
 */
export function translateFieldText<Text>(
  name: string,
  text: Text,
  language: string,
): Text | string {
  if (language !== 'ko' || typeof text !== 'string') return text;
  return korean.get(key(name, text)) ?? text;
}

/** What a field of a content type or component is called; its own name where it is none of ours. */
export function fieldLabel(uid: string, name: string, language: string): string {
  const label = FIELD_TEXTS[uid]?.[name]?.label;
  if (!label) return name;
  return language.startsWith('ko') ? label.ko : label.en;
}
