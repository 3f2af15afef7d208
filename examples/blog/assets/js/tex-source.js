// Without MathJax a formula shows its TeX source. kramdown writes \(…\) in a line and
// \[…\] on lines of its own; this puts the source into an element that the style sheet knows.
const walker = document.createTreeWalker(
  document.querySelector('.content'),
  NodeFilter.SHOW_TEXT,
  (node) =>
    node.parentElement.closest('pre, code') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
);
const texts = [];
while (walker.nextNode()) texts.push(walker.currentNode);
for (const text of texts) {
  const parts = text.data.split(/(\\\(.+?\\\)|\\\[.+?\\\])/s);
  if (parts.length === 1) continue;
  text.replaceWith(
    ...parts.map((part, index) => {
      if (index % 2 === 0) return part;
      const source = document.createElement('span');
      source.className = part.startsWith('\\[') ? 'tex tex-block' : 'tex';
      source.textContent = part.slice(2, -2).trim();
      return source;
    }),
  );
}
