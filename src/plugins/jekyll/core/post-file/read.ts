import { parseYaml } from './parse-yaml';
import { evaluateRoot } from './evaluate';
import { lineColumn, normaliseLineEnds, pairLines } from './lines';
import type { Problem } from './problem';
import type { FrontMatter, FrontMatterEntry, PostFile } from './types';
import type { TreeError, YamlTree } from './yaml-tree';
import { syntaxProblem } from './messages';
import { foldBreaks } from './fold-breaks';

/** The tree with quoted text as Psych folds it. */
export function readTree(yaml: string): YamlTree {
  const tree = parseYaml(yaml);
  return foldBreaks(tree, yaml);
}

/**
 * What the front matter says to Jekyll. Errors of the YAML are problems with the line and column
 * in the file; then there are no entries, as Jekyll too drops the whole front matter.
 */
export function readFrontMatter(file: PostFile): FrontMatter {
  if (!file.frontMatter) return { entries: [], problems: [] };
  return readYaml(file.frontMatter.yaml, 1);
}

/** `before`: how many lines stand in the file before the YAML. */
export function readYaml(yaml: string, before: number): FrontMatter {
  const tree = readTree(yaml);
  const place = (offset: number) => {
    const { line, column } = lineColumn(yaml, offset);
    return { line: line + before, column };
  };
  const failed = tree.errors.map(
    (error: TreeError): Problem => ({
      ...syntaxProblem(error),
      ...place(error.offset),
    }),
  );
  if (failed.length > 0) return { entries: [], problems: failed };
  const root = evaluateRoot(tree.root);
  if ('problem' in root) {
    const { offset, ...problem } = root.problem;
    return { entries: [], problems: [{ ...problem, ...place(offset) }] };
  }
  const entries = root.pairs.map(({ key, value, pair, merged }): FrontMatterEntry => {
    const flow = tree.root?.type === 'map' && tree.root.flow;
    const [start, end] = flow ? [pair.start, pair.value.end] : pairLines(yaml, pair);
    const raw = normaliseLineEnds(yaml.slice(start, end));
    const source = merged ? '' : flow || !raw.endsWith('\n') ? `${raw}\n` : raw;
    return { key, value, source, line: place(pair.start).line, ...(merged ? { merged } : {}) };
  });
  return { entries, problems: [] };
}
