import type { View } from './configuration';

/** Widths in twelfths of a row, by field; rows as they stand under one another. */
type Rows = readonly Readonly<Record<string, number>>[];

const rows = (layout: Rows): View['edit'] =>
  layout.map((row) => Object.entries(row).map(([name, size]) => ({ name, size })));

/** How the content manager shows each type at first: rows of the form, columns of the list. */
export const VIEWS: Readonly<Record<string, View>> = {
  'api::post.post': {
    settings: { mainField: 'title', defaultSortBy: 'date', defaultSortOrder: 'DESC', pageSize: 20 },
    list: ['title', 'slug', 'date'],
    edit: rows([
      { title: 12 },
      { slug: 6, date: 6 },
      { description: 12 },
      { categories: 6, tags: 6 },
      { authors: 6, keywords: 6 },
      { body: 12 },
      { sections: 12 },
      { closing: 12 },
      { cover: 6, coverPath: 6 },
      { coverAlt: 6, coverLqip: 6 },
      { mediaBase: 6, mediaBaseKey: 6 },
      { math: 4, mermaid: 4, toc: 4 },
      { pin: 4, comments: 4 },
      { redirects: 12 },
      { otherFrontMatter: 12 },
    ]),
  },
  'api::trend-item.trend-item': {
    settings: {
      mainField: 'title',
      defaultSortBy: 'collectedOn',
      defaultSortOrder: 'DESC',
      pageSize: 20,
    },
    list: ['title', 'topic', 'collectedOn', 'citations'],
    edit: rows([
      { title: 12 },
      { body: 12 },
      { citations: 12 },
      { topic: 6, collectedOn: 6 },
      { notes: 12 },
    ]),
  },
  'api::reference.reference': {
    settings: { mainField: 'title', defaultSortBy: 'title', defaultSortOrder: 'ASC', pageSize: 20 },
    list: ['title', 'url', 'kind', 'publisher', 'publishedOn'],
    edit: rows([
      { title: 12 },
      { url: 12 },
      { kind: 4, publisher: 4, publishedOn: 4 },
      { notes: 12 },
    ]),
  },
  'post.section': {
    settings: { mainField: 'heading' },
    list: ['heading', 'prefix'],
    edit: rows([{ heading: 8, prefix: 4 }, { lead: 12 }, { items: 12 }]),
  },
  'trend-item.citation': {
    // The reference would name it best, but the panel cannot name a component by a relation.
    settings: { mainField: 'label' },
    list: ['reference', 'text', 'label'],
    edit: rows([{ reference: 8, label: 4 }, { text: 12 }]),
  },
};

/** Field by which a related entry is named, by the attribute that relates to it. */
export const RELATION_MAIN_FIELDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'post.section': { items: 'title' },
  'trend-item.citation': { reference: 'title' },
};
