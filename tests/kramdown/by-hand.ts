/**
 * By hand: `tests/kramdown/ask [file]` prints what the real kramdown makes of Markdown,
 * `tests/kramdown/diff [file]` how ours differs. Without a file the text is read from stdin.
 *
 *   --kramdown            kramdown's own defaults instead of Jekyll's
 *   --option name=value   an option of kramdown (JSON, else text); may be repeated
 *   --text "…"            the text itself, with \n for line ends
 *   --ours                (ask) ours instead of the real one
 *   --dom                 (ask) as the comparison sees it
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canonical } from './dom';
import { lineDiff } from './line-diff';
import { Oracle, type Question } from './oracle';
import { ours } from './ours';

function value(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      kramdown: { type: 'boolean', default: false },
      option: { type: 'string', multiple: true, default: [] },
      text: { type: 'string' },
      ours: { type: 'boolean', default: false },
      dom: { type: 'boolean', default: false },
    },
  });
  const text = values.text?.replaceAll('\\n', '\n') ?? readFileSync(positionals[0] ?? 0, 'utf8');
  const options = Object.fromEntries(
    values.option.map((given) => {
      const at = given.indexOf('=');
      return [given.slice(0, at), value(given.slice(at + 1))];
    }),
  );
  const question: Question = { text, mode: values.kramdown ? 'kramdown' : 'jekyll', options };
  return { question, own: values.ours, dom: values.dom };
}

async function real(question: Question) {
  const oracle = new Oracle();
  const answer = await oracle.ask(question);
  oracle.close();
  return answer;
}

export async function ask(): Promise<void> {
  const { question, own, dom } = readArguments();
  const answer = own ? ours(question) : await real(question);
  console.log(answer.error ?? (dom ? canonical(answer.html) : answer.html));
  for (const warning of answer.warnings) console.error(`warning: ${warning}`);
}

export async function diff(): Promise<void> {
  const { question } = readArguments();
  const expected = await real(question);
  const own = ours(question);
  const lines = lineDiff(
    expected.error ?? canonical(expected.html),
    own.error ?? canonical(own.html),
  );
  console.log(lines === '' ? 'equal' : `- kramdown\n+ ours\n${lines}`);
  process.exitCode = lines === '' ? 0 : 1;
}
