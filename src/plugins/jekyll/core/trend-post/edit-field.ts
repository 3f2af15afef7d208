import { diffArrays } from 'diff';
import { headingLevel } from './blocks';
import { fieldTokens, type Element } from './elements';
import { freshLine } from './output';

/**
 * The elements of a field that is to say `text`: lines that stay keep their spelling and the
 * definitions between them; definitions between lines that go are left out.
 */
export function editField(field: readonly Element[], text: string): Element[] {
  if (text === '') return [];
  const tokens = fieldTokens(field);
  const old = tokens.map((token) => token.text);
  const result: Element[] = [];
  let at = 0;
  for (const change of diffArrays(old, text.split('\n'))) {
    if (change.added) {
      // A definition takes in what stands right below it.
      if (result.at(-1)?.type === 'slot') result.push(freshLine(''));
      result.push(...change.value.map(freshLine));
    } else {
      const kept = tokens.slice(at, at + change.value.length);
      at += change.value.length;
      if (!change.removed) for (const token of kept) result.push(...joined(result, token.elements));
    }
  }
  return result;
}

/** A definition right below a line that is new needs a blank line: a paragraph would swallow it. */
function joined(before: readonly Element[], elements: readonly Element[]): Element[] {
  const last = before.at(-1);
  const isNew =
    last?.type === 'line' &&
    last.kind === 'text' &&
    last.line.eol === '' &&
    headingLevel(last.line.text) === 0;
  return isNew && elements[0]?.type === 'slot' ? [freshLine(''), ...elements] : [...elements];
}
