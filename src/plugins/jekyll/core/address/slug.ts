/** Ruby's `String#downcase`: letter by letter, without the rules that look at a letter's neighbours. */
export const downcase = (text: string): string =>
  Array.from(text, (char) => char.toLowerCase()).join('');

const OUTSIDE = {
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
} as const;

/** utils.rb, `slugify`: `pretty` keeps case and the punctuation that an address can show. */
export function slugify(text: string, mode: keyof typeof OUTSIDE): string {
  const slug = text.replace(OUTSIDE[mode], '-').replace(/^-|-$/g, '');
  return mode === 'pretty' ? slug : downcase(slug);
}
