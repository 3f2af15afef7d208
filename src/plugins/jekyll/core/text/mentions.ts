/** Form in which names are compared: alike for case and for the Unicode forms of one letter. */
const folded = (text: string): string => text.normalize('NFC').toLowerCase().normalize('NFC');

const ESCAPE =
  /(?:%[0-9a-f]{2})+|\\u([0-9a-f]{4})|\\([^\w\s]| )|&#x([0-9a-f]{1,6});|&#(\d{1,7});|&amp;/gi;
/** Addresses in addresses are escaped more than once. */
const ROUNDS = 3;

/** A text with the escapes of addresses, JSON, CSS, Markdown and HTML undone, once. */
const unescaped = (text: string): string =>
  text.replace(ESCAPE, (all, json?: string, plain?: string, hex?: string, decimal?: string) => {
    if (plain !== undefined) return plain;
    if (all === '&amp;') return '&';
    if (all.startsWith('%')) return decoded(all);
    const code = json ?? hex;
    const point = code === undefined ? Number(decimal) : Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/**
 * Names that a text holds anywhere: as they stand or escaped, in any case, composed or decomposed.
 * Part of a longer name counts too: whoever asks wants to be sure that a name is *not* used.
 */
export function mentionedNames(text: string, names: Iterable<string>): Set<string> {
  const found = new Set<string>();
  let form = text;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const haystack = folded(form);
    for (const name of names) if (haystack.includes(folded(name))) found.add(name);
    const next = unescaped(form);
    if (next === form) break;
    form = next;
  }
  return found;
}
