import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PAGE_SCRIPT } from './page/script';
import { POST_CSS, PREVIEW_CSS } from './page/styles';
import type { ServedFile } from './access/files';

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';
const TEXTS: Readonly<Record<string, { readonly text: string; readonly type: string }>> = {
  'page.js': { text: PAGE_SCRIPT, type: SCRIPT },
  'post.css': { text: POST_CSS, type: STYLE },
  'preview.css': { text: PREVIEW_CSS, type: STYLE },
};

/** Folder of an installed package. */
const packageDir = (name: string): string => path.dirname(require.resolve(`${name}/package.json`));

/** What pages load beside the post: ours, KaTeX's style and fonts, mermaid; nothing else by any name. */
export async function readAsset(name: string): Promise<ServedFile | null> {
  const own = Object.hasOwn(TEXTS, name) ? TEXTS[name] : undefined;
  if (own) return { bytes: Buffer.from(own.text), type: own.type };
  if (name === 'katex.min.css') {
    return { bytes: await readFile(path.join(packageDir('katex'), 'dist', name)), type: STYLE };
  }
  if (name === 'mermaid.min.js') {
    return { bytes: await readFile(path.join(packageDir('mermaid'), 'dist', name)), type: SCRIPT };
  }
  if (/^fonts\/KaTeX_[A-Za-z0-9-]+\.woff2$/.test(name)) {
    const bytes = await readFile(path.join(packageDir('katex'), 'dist', name)).catch(() => null);
    return bytes && { bytes, type: 'font/woff2' };
  }
  return null;
}
