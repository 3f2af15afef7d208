/// <reference lib="dom" />
import type { Page } from 'playwright-core';

/** English sentences in the page's main part, outside texts of the blog. */
export const englishIn = (page: Page, within = 'main'): Promise<string[]> =>
  page.evaluate((selector) => {
    const root = document.querySelector(selector);
    const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      // Quoted are names of commands and values.
      const text = (node.textContent ?? '').replace(/"[^"]*"/g, '');
      const isData = node.parentElement?.closest('pre, textarea, td.text, dd, style, script');
      if (!isData && /[A-Za-z]{2,} [a-z]{2,}/.test(text)) found.push(text);
    }
    return found;
  }, within);
