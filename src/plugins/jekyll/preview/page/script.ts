/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { ToPage, ToPanel } from '../../contracts/preview';

interface Mermaid {
  initialize(options: object): void;
  render(id: string, code: string): Promise<{ svg: string }>;
}

/**
 * The one script that runs in a preview. It is sent as its own source text, so it may use nothing
 * from outside itself.
 */
function pageScript(): void {
  const self = document.currentScript as HTMLScriptElement | null;
  const nonce = self?.nonce ?? '';
  const assets = (self?.src ?? '').replace(/[^/]*$/, '');
  const root = document.documentElement;
  const tell = (message: ToPanel): void => {
    if (window.parent !== window) window.parent.postMessage(message, '*');
  };
  const partOf = (name: string): Element | null =>
    document.querySelector(`[data-part="${CSS.escape(name)}"]`);
  /** As the page is, not as it was asked to be: not every site has a dark side. */
  const dark = (): boolean => {
    for (let at: Element | null = partOf('content') ?? document.body; at; at = at.parentElement) {
      const [red = 255, green = 255, blue = 255, alpha = 1] = (
        getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
      ).map(Number);
      if (alpha > 0.5) return red * 0.3 + green * 0.6 + blue * 0.1 < 128;
    }
    return getComputedStyle(root).colorScheme.startsWith('dark');
  };

  // -- Diagrams ---------------------------------------------------------------------------------
  const drawn = new Map<string, string>();
  let loading: Promise<Mermaid> | null = null;
  let count = 0;
  const loadMermaid = (): Promise<Mermaid> => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.nonce = nonce;
      script.src = `${assets}mermaid.min.js`;
      script.onload = () => resolve((window as unknown as { mermaid: Mermaid }).mermaid);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  };
  const drawDiagrams = async (redraw = false): Promise<void> => {
    const blocks = [...document.querySelectorAll<HTMLElement>('pre.mermaid')].filter(
      (block) => redraw || block.dataset['code'] === undefined,
    );
    if (blocks.length === 0) return;
    const mermaid = await loadMermaid();
    const theme = dark() ? 'dark' : 'default';
    mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme });
    for (const block of blocks) {
      const code = block.dataset['code'] ?? block.textContent ?? '';
      block.dataset['code'] = code;
      const key = `${theme}\n${code}`;
      const known = drawn.get(key);
      if (known !== undefined) {
        block.innerHTML = known;
        continue;
      }
      const id = `preview-mermaid-${(count += 1)}`;
      try {
        const { svg } = await mermaid.render(id, code);
        drawn.set(key, svg);
        block.innerHTML = svg;
        block.classList.remove('preview-problem');
      } catch (error) {
        document.getElementById(`d${id}`)?.remove();
        block.classList.add('preview-problem');
        block.textContent = `${error instanceof Error ? error.message : String(error)}\n\n${code}`;
      }
    }
  };

  // -- Changes of the post ----------------------------------------------------------------------
  const LINE = / data-line="\d+"/g;
  const keyOf = (node: ChildNode): string =>
    (node instanceof Element ? node.outerHTML : (node.nodeValue ?? '')).replace(LINE, '');
  const keys = new WeakMap<Element, string[]>();
  const keysOf = (part: Element): string[] => {
    const known = keys.get(part);
    if (known) return known;
    const made = [...part.childNodes].map(keyOf);
    keys.set(part, made);
    return made;
  };
  const takeLines = (from: ChildNode, to: ChildNode): void => {
    if (!(from instanceof Element) || !(to instanceof Element)) return;
    const lined = (node: Element) => [node, ...node.querySelectorAll('[data-line]')];
    const targets = lined(to);
    lined(from).forEach((source, index) => {
      const line = source.getAttribute('data-line');
      if (line !== null) targets[index]?.setAttribute('data-line', line);
    });
  };
  /** Replaces the blocks that differ; the others stay, with their pictures and diagrams. */
  const patch = (part: Element, html: string): void => {
    const template = document.createElement('template');
    template.innerHTML = html;
    const next = [...template.content.childNodes];
    const nextKeys = next.map(keyOf);
    const old = [...part.childNodes];
    const oldKeys = keysOf(part);
    let first = 0;
    while (first < old.length && first < next.length && oldKeys[first] === nextKeys[first]) {
      takeLines(next[first] as ChildNode, old[first] as ChildNode);
      first += 1;
    }
    let last = 0;
    while (
      last < old.length - first &&
      last < next.length - first &&
      oldKeys[old.length - 1 - last] === nextKeys[next.length - 1 - last]
    ) {
      takeLines(next[next.length - 1 - last] as ChildNode, old[old.length - 1 - last] as ChildNode);
      last += 1;
    }
    const before = old[old.length - last] ?? null;
    for (const node of old.slice(first, old.length - last)) node.remove();
    for (const node of next.slice(first, next.length - last)) part.insertBefore(node, before);
    keys.set(part, nextKeys);
  };

  // -- Scrolling --------------------------------------------------------------------------------
  const lined = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-line]')];
  const lineOf = (element: HTMLElement): number => Number(element.dataset['line']);
  let quietUntil = 0;
  const scrollToLine = (line: number): void => {
    quietUntil = Date.now() + 250;
    if (line < 0) {
      window.scrollTo(0, 0);
      return;
    }
    let above: HTMLElement | null = null;
    let below: HTMLElement | null = null;
    for (const element of lined()) {
      if (lineOf(element) <= line) above = element;
      else {
        below = element;
        break;
      }
    }
    if (!above) return window.scrollTo(0, 0);
    const top = above.getBoundingClientRect().top;
    const span = below ? lineOf(below) - lineOf(above) : 0;
    const height = below ? below.getBoundingClientRect().top - top : 0;
    const inner = span > 0 ? ((line - lineOf(above)) / span) * height : 0;
    window.scrollTo(0, window.scrollY + top + inner - 16);
  };
  const topLine = (): number => {
    const content = partOf('content');
    if (!content || content.getBoundingClientRect().top > 40) return -1;
    let line = 0;
    for (const element of lined()) {
      if (element.getBoundingClientRect().top > 24) break;
      line = lineOf(element);
    }
    return line;
  };
  let framed = false;
  window.addEventListener('scroll', () => {
    if (framed || Date.now() < quietUntil) return;
    framed = true;
    requestAnimationFrame(() => {
      framed = false;
      tell({ jekyllPreview: 'scrolled', line: topLine() });
    });
  });
  document.addEventListener('dblclick', (event) => {
    const block = (event.target as Element | null)?.closest<HTMLElement>('[data-line]');
    if (block) tell({ jekyllPreview: 'picked', line: lineOf(block) });
  });

  window.addEventListener('message', (event: MessageEvent<ToPage | undefined>) => {
    if (event.source !== window.parent) return;
    const message = event.data;
    if (message?.jekyllPreview === 'theme') {
      const theme = message.theme === 'dark' ? 'dark' : 'light';
      for (const name of ['mode', 'theme', 'bsTheme']) root.dataset[name] = theme;
      void drawDiagrams(true);
    } else if (message?.jekyllPreview === 'scroll') scrollToLine(message.line);
    else if (message?.jekyllPreview === 'update') {
      document.title = message.title;
      root.lang = message.lang;
      for (const [name, html] of Object.entries(message.parts)) {
        const part = partOf(name);
        if (part) patch(part, html);
      }
      void drawDiagrams();
    }
  });
  for (const part of document.querySelectorAll('[data-part]')) keysOf(part);
  void drawDiagrams();
  tell({ jekyllPreview: 'ready' });
}

export const PAGE_SCRIPT = `(${pageScript.toString()})();\n`;
