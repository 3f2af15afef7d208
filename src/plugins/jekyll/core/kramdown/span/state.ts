import type { Document } from '../document';
import type { Scanner } from '../scanner';
import type { Node } from '../tree';

/** Which spans are read: all, or those that can hide a pipe or an angle bracket. */
export type SpanMode = 'all' | 'code-and-html' | 'html';

/** What the spans around a place are, as far as the rules ask. */
export interface Around {
  readonly em: boolean;
  readonly strong: boolean;
  /** A link or an image. */
  readonly link: boolean;
}

export const NOTHING_AROUND: Around = { em: false, strong: false, link: false };

/** Where a span ends: asked at each place where something could begin. */
export type Stop = (state: SpanState) => boolean;

/** Where span rules are at work: a place in a text, and the element that gets what they find. */
export interface SpanState {
  readonly document: Document;
  readonly scanner: Scanner;
  readonly parent: Node;
  readonly mode: SpanMode;
  /** The mode outside of raw HTML, in which an element may ask to be read again. */
  readonly full?: SpanMode;
  readonly around: Around;
}

/** Reads spans up to the end of the text or, if there is one, to the stop; false if it never came. */
export type ParseSpans = (state: SpanState, stop?: Stop, closers?: 'brackets') => boolean;

/** Reads one span at the place; false, with nothing changed, if there is none of its kind. */
export type SpanRule = (state: SpanState) => boolean;

/** For rules of blocks that must know where code and tags are. */
export type ParseSpansOnly = (
  document: Document,
  scanner: Scanner,
  parent: Node,
  mode: SpanMode,
) => void;

/** A number for what was tried at a place with these spans around it. */
export function attemptKey(
  state: SpanState,
  kind: 'em' | 'link' | 'strong' | 'strong-as-em',
): number {
  const { around, scanner, parent } = state;
  const kinds = { em: 0, link: 1, strong: 2, 'strong-as-em': 3 };
  return (
    scanner.pos * 64 +
    kinds[kind] * 16 +
    (around.em ? 1 : 0) +
    (around.strong ? 2 : 0) +
    (around.link ? 4 : 0) +
    (parent.type === 'em' ? 8 : 0)
  );
}
