import { parseDocument } from 'yaml';
import type { PairNode, YamlNode, YamlTree } from './yaml-tree';

const SEPARATOR = /[\u2028\u2029]/;

/**
 * The parser saw LS and PS as line feeds. Inside quotes libyaml folds a line feed to a blank but
 * keeps an LS or PS and only drops the blanks around it; this puts such texts right.
 */
export function foldBreaks(tree: YamlTree, yaml: string): YamlTree {
  if (!tree.root || !SEPARATOR.test(yaml)) return tree;
  return { ...tree, root: fold(tree.root, yaml) };
}

function fold(node: YamlNode, yaml: string): YamlNode {
  if (node.type === 'map') {
    const pairs = node.pairs.map((pair): PairNode => {
      return { ...pair, key: fold(pair.key, yaml), value: fold(pair.value, yaml) };
    });
    return { ...node, pairs };
  }
  if (node.type === 'seq') {
    const items = node.items.map((item) => ({ ...item, node: fold(item.node, yaml) }));
    return { ...node, items };
  }
  if (node.type !== 'scalar' || (node.style !== 'single' && node.style !== 'double')) return node;
  const raw = yaml.slice(node.start, node.end);
  if (!SEPARATOR.test(raw)) return node;
  // Private-use characters stand in while the library unquotes the rest.
  const shielded = raw
    .replace(/[ \t]*\u2028[ \t]*/g, '\uF8F0')
    .replace(/[ \t]*\u2029[ \t]*/g, '\uF8F1');
  const value: unknown = parseDocument(shielded, { schema: 'failsafe', logLevel: 'silent' }).toJS();
  if (typeof value !== 'string') return node;
  return { ...node, text: value.replace(/\uF8F0/g, '\u2028').replace(/\uF8F1/g, '\u2029') };
}
