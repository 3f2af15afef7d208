import { useQueryParams } from '@strapi/strapi/admin';
import * as React from 'react';

/** Milliseconds in which a section that opens must have shown its inputs. */
const PATIENCE = 2000;

/**
 * Leads to an input of the form: opens the section that it is in, shows it and puts the cursor into
 * it.
 *
 * @returns takes the input's name, such as `body` or `sections.0.lead`, and its label
 */
export function useLeadTo(): (input: string, label: string) => void {
  const [, setQuery] = useQueryParams<{ field?: string }>();
  return React.useCallback(
    (input, label) => {
      const [, section] = /^(sections\.\d+)\./.exec(input) ?? [];
      // Strapi opens the section of the field that the address names, where the form has a value for
      // that field: this one always has.
      if (section) setQuery({ field: `${section}.__temp_key__` }, 'push', true);
      const limit = performance.now() + PATIENCE;
      const find = () => findInput(input) ?? findLabelled(label);
      const look = () => {
        const target = find();
        if (!target && performance.now() < limit) {
          setTimeout(look, 50);
          return;
        }
        if (section) setQuery({ field: '' }, 'remove', true);
        if (target) showUntilKept(find, limit);
      };
      look();
    },
    [setQuery],
  );
}

const findInput = (name: string): HTMLElement | null =>
  [...document.getElementsByName(name)].find(isShown) ?? null;

/** An editor of Markdown hides the input that it was made of, and has one of its own. */
const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

const shownIn = (element: HTMLElement, kind: string): HTMLElement | undefined =>
  [...element.querySelectorAll<HTMLElement>(kind)].find(isShown);

/** Editors of Markdown, lists and dates have no name: they are found by their label. */
function findLabelled(text: string): HTMLElement | null {
  const labels = [...document.querySelectorAll<HTMLLabelElement>('main label')];
  // Behind the label stand the number of sections, or a mark of what is required.
  const label = labels.find(({ textContent }) => textContent?.trim().startsWith(text));
  if (!label) return null;
  if (label.control) return label.control;
  // Beside a label stands a button of its own: what one types into counts first, wherever it is.
  return around(label, TYPED) ?? around(label, PRESSED) ?? label;
}

/** The nearest element around a label in which something of the kind stands. */
function around(label: HTMLElement, kind: string): HTMLElement | null {
  let element = label.parentElement;
  for (let step = 0; element && step < LEVELS; step += 1) {
    if (shownIn(element, kind)) return element;
    element = element.parentElement;
  }
  return null;
}

/** Elements between a label and what its field is made of, at most. */
const LEVELS = 3;

/** Where one types, and where that is nowhere, what can be pressed. */
const TYPED = 'input:not([type=hidden]), textarea, [contenteditable=true]';
const PRESSED = 'button';

/** The form may be drawn anew while a section opens: what has the cursor is another element then. */
function showUntilKept(find: () => HTMLElement | null, limit: number): void {
  const target = find();
  if (target) show(target);
  if (performance.now() > limit) return;
  setTimeout(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) showUntilKept(find, limit);
  }, 150);
}

function show(target: HTMLElement): void {
  // A section that opens grows for a moment: what is scrolled to moves with it.
  requestAnimationFrame(() => target.scrollIntoView({ block: 'center', behavior: 'smooth' }));
  const inside = (selector: string) =>
    target.matches(selector) ? target : shownIn(target, selector);
  const input = inside(TYPED) ?? inside(PRESSED);
  input?.focus({ preventScroll: true });
}
