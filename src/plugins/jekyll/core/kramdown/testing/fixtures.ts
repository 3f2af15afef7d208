/** Pairs of Markdown and the HTML that the real kramdown made of it. */
export interface Fixture {
  readonly name: string;
  readonly markdown: string;
  readonly html: string;
  readonly input: 'GFM' | 'kramdown';
}

/** `=== name`, Markdown, `---` on a line of its own, HTML. The last such line divides. */
export function parseFixtures(source: string): Fixture[] {
  return source
    .split(/^=== /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const feed = part.indexOf('\n');
      const name = part.slice(0, feed);
      const body = part.slice(feed + 1);
      const divider = body.lastIndexOf('\n---\n');
      if (divider < 0) throw new Error(`The fixture '${name}' has no line '---'`);
      return {
        name,
        markdown: body.slice(0, divider + 1),
        html: body.slice(divider + 5),
        input: name.endsWith('(kramdown)') ? 'kramdown' : 'GFM',
      };
    });
}
