/**
 * Fields that belong together, by type: each group becomes a box of its own in the edit view.
 * A type is known by its fields, since the panel's hook is not told which one it lays out.
 */
const GROUPS: readonly (readonly (readonly string[])[])[] = [
  [
    ['title', 'slug', 'date', 'description', 'categories', 'tags', 'authors', 'keywords'],
    ['body', 'sections', 'closing'],
    ['cover', 'coverPath', 'coverAlt', 'coverLqip', 'mediaBase', 'mediaBaseKey'],
    ['math', 'mermaid', 'toc', 'pin', 'comments'],
    ['redirects', 'otherFrontMatter'],
  ],
  [
    ['title', 'body', 'citations'],
    ['topic', 'collectedOn', 'notes'],
  ],
];

interface Named {
  readonly name: string;
}
type Row<F extends Named> = F[];

/**
 * Splits the rows of the form into boxes where the group of their first known field changes. A
 * person's own order of the rows is kept, whatever boxes it gives.
 *
 * @param panels Boxes of rows of fields, as the content manager lays them out.
 */
export function splitIntoGroups<F extends Named>(panels: Row<F>[][]): Row<F>[][] {
  const names = new Set(panels.flat(2).map((field) => field.name));
  const groups = GROUPS.find((candidate) => candidate.flat().every((name) => names.has(name)));
  if (!groups) return panels;
  const groupOf = (row: Row<F>): number =>
    row
      .map(({ name }) => groups.findIndex((group) => group.includes(name)))
      .find((at) => at >= 0) ?? -1;

  return panels.flatMap((panel) => {
    const boxes: Row<F>[][] = [];
    let current = -1;
    for (const row of panel) {
      const group = groupOf(row);
      const box = boxes.at(-1);
      if (!box || (group >= 0 && group !== current)) boxes.push([row]);
      else box.push(row);
      if (group >= 0) current = group;
    }
    return boxes;
  });
}
