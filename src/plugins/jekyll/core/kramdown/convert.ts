import { BlockState } from './block/state';
import { blockParser } from './block/parse';
import { Document } from './document';
import { finishDocument } from './finish';
import type { ResolvedOptions } from './resolve-options';
import { Scanner } from './scanner';
import { parseSpansOnly } from './span/parse';

const parseBlocks = blockParser(parseSpansOnly);

/** Reads a whole text into a tree with everything resolved. */
export function parseDocument(source: string, options: ResolvedOptions): Document {
  const text = `${source.replace(/\r\n?/g, '\n').replace(/\n$/, '')}\n`;
  // Options that the text sets are the text's alone.
  const document = new Document({ ...options }, text);
  const scanner = new Scanner(text, 0);
  parseBlocks(new BlockState(document, scanner, document.root));
  document.root.end = scanner.lineAt(text.length);
  finishDocument(document);
  return document;
}
