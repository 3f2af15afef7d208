/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}
declare const axe: {
  run(at: Element, options: object): Promise<{ violations: readonly Violation[] }>;
};

const SOURCE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations of level A and AA within a part of a page, each with the elements concerned. */
export async function violations(part: Locator): Promise<string[]> {
  const page = part.page();
  // What is still fading in has the colours of neither.
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map(({ finished }) => finished.catch(() => null)));
  });
  await page.evaluate(SOURCE);
  return part.evaluate(async (element, tags) => {
    const found = await axe.run(element, { runOnly: { type: 'tag', values: tags } });
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`,
      ),
    );
  }, TAGS);
}
