// libyaml's reader (reader.c) refuses these anywhere, comments included.
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** The first character that Psych refuses to read in a YAML text, named `U+0007`. */
export function forbiddenCharacter(text: string): { name: string; offset: number } | null {
  const match = FORBIDDEN.exec(text) ?? LONE_SURROGATE.exec(text);
  if (!match) return null;
  const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { name: `U+${code}`, offset: match.index };
}

/** True for a string that UTF-8 cannot hold. */
export function hasLoneSurrogate(text: string): boolean {
  return LONE_SURROGATE.test(text);
}
