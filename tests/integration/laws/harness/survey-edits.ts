import type { PostContent } from '../../../../src/plugins/jekyll/core/post';
import { printReference } from '../../../../src/plugins/jekyll/core/trend-post';
import { REFERENCE_UID } from '../../../../src/plugins/jekyll/server/src/content-model';
import type { Edit, PlannedEdit } from './edit';
import { inserted, replaced, without } from './lists';
import {
  type Citation,
  type CitationData,
  type Item,
  type Place,
  type Section,
  type SectionData,
  Survey,
} from './survey';
import { BODIES, FOOTNOTES, LEADS, TITLES } from './survey-values';
import { type Seeded, seeded } from './seeded';
import type { LawPost, LawSession } from './session';

/** An operation on a survey: what it changes in Strapi, and what the file must then say. */
type Operation = (survey: Survey, random: Seeded) => Promise<Change | null> | Change | null;

interface Change {
  readonly value: unknown;
  readonly apply: () => Promise<unknown>;
  readonly undo: () => Promise<unknown>;
  readonly sections: readonly Section[];
  readonly structural?: boolean;
  readonly relabels?: boolean;
}

const withItem = (sections: readonly Section[], place: Place, item: Item): Section[] =>
  sections.map((section, index) =>
    index === place.section
      ? { ...section, items: replaced(section.items, place.item, item) }
      : section,
  );

/** A change of one value of one section. */
function sectionField(
  field: 'heading' | 'prefix' | 'lead',
  values: readonly string[],
  more: { structural?: boolean; relabels?: boolean } = {},
): Operation {
  return (survey, random) => {
    const cited = survey.content.flatMap(({ items }, index) =>
      items.some(({ citations }) => citations.length > 0) ? [index] : [],
    );
    const candidates = field === 'prefix' ? cited : survey.content.map((_, index) => index);
    if (candidates.length === 0) return null;
    const at = random.pick(candidates);
    const section = survey.content[at] as Section;
    const value = random.pick(values);
    if (value === section[field]) return null;
    const data = survey.data();
    const old = data[at] as SectionData;
    const cleared = value === '' || section[field] === '';
    return {
      value: { section: at, [field]: value },
      apply: () => survey.saveSections(replaced(data, at, { ...old, [field]: value })),
      undo: () => survey.saveSections(data),
      sections: replaced(survey.content, at, { ...section, [field]: value }),
      structural: cleared && field === 'lead',
      ...more,
    };
  };
}

/** A change of one value of one item. */
function itemField(field: 'title' | 'body', values: readonly string[]): Operation {
  return (survey, random) => {
    const place = random.pick(survey.places);
    const item = survey.itemAt(place);
    const value =
      field === 'body' && random.int(2) === 0
        ? `${item.body}\n- And one more.`
        : random.pick(values);
    if (value === item[field]) return null;
    const row = survey.rowAt(place);
    return {
      value: { ...place, [field]: value },
      apply: () => survey.saveItem(row.documentId, { [field]: value }),
      undo: () => survey.saveItem(row.documentId, { [field]: row[field] }),
      sections: withItem(survey.content, place, { ...item, [field]: value }),
      structural: field === 'body' && (value === '' || item.body === ''),
    };
  };
}

/** A change of the citations of one item. */
function citations(
  change: (
    survey: Survey,
    place: Place,
    random: Seeded,
  ) => Promise<{ rows: CitationData[]; shown: Citation[]; value: unknown } | null>,
  relabels: boolean,
): Operation {
  return async (survey, random) => {
    const place = random.pick(survey.places);
    const changed = await change(survey, place, random);
    if (!changed) return null;
    const row = survey.rowAt(place);
    const item = survey.itemAt(place);
    return {
      value: { ...place, ...(changed.value as object) },
      apply: () => survey.saveItem(row.documentId, { citations: changed.rows }),
      undo: () => survey.saveItem(row.documentId, { citations: survey.citationsOf(row) }),
      sections: withItem(survey.content, place, { ...item, citations: changed.shown }),
      structural: true,
      relabels,
    };
  };
}

/** A change of a reference: every citation that prints it follows. */
function reference(field: 'title' | 'url', value: string | null): Operation {
  return (survey, random) => {
    const cited = survey.row.sections
      .flatMap(({ items }) => items.flatMap((item) => item.citations))
      .filter((citation) => citation.reference && !citation.text);
    if (cited.length === 0) return null;
    const chosen = random.pick(cited).reference;
    if (!chosen) return null;
    const { documentId, title, url } = chosen;
    const next = { title: title ?? '', url: url || null, [field]: value };
    const text = printReference(next as { title: string; url: string | null });
    const save = (data: Record<string, unknown>): Promise<unknown> =>
      survey.session
        .documents(REFERENCE_UID)
        .update({ documentId, locale: survey.post.locale, data });
    return {
      value: { reference: title, [field]: value },
      apply: () => save({ [field]: value }),
      undo: () => save({ [field]: chosen[field] }),
      sections: survey.content.map((section, s) => ({
        ...section,
        items: section.items.map((item, i) => ({
          ...item,
          citations: item.citations.map((citation, c) => {
            const row = survey.rowAt({ section: s, item: i }).citations[c];
            if (row?.reference?.documentId !== documentId) return citation;
            return { ...citation, text: row.text ? respelled(row.text, chosen, next) : text };
          }),
        })),
      })),
      structural: value === null,
    };
  };
}

/** Words of a citation's own follow the address and the bracketed title of its reference. */
function respelled(
  text: string,
  old: { readonly title: string | null; readonly url: string | null },
  next: { readonly title: string | null; readonly url: string | null },
): string {
  const moved = old.url && next.url ? text.replaceAll(old.url, next.url) : text;
  return old.title && next.title ? moved.replaceAll(`[${old.title}]`, `[${next.title}]`) : moved;
}

/** Moves one item; `far` to another section. */
const moved =
  (far: boolean): Operation =>
  (survey, random) => {
    const from = random.pick(survey.places);
    const targets = survey.content.flatMap(({ items }, section) => {
      if (far === (section === from.section)) return [];
      return Array.from({ length: items.length + (far ? 1 : 0) }, (_, item) => ({ section, item }));
    });
    const to = random.pick([...targets, from]);
    if (to.section === from.section && to.item === from.item) return null;
    const move = <T, S extends { readonly items: readonly T[] }>(sections: readonly S[]): S[] => {
      const taken = sections[from.section]?.items[from.item] as T;
      const left = sections.map((section, index) =>
        index === from.section ? { ...section, items: without(section.items, from.item) } : section,
      );
      return left.map((section, index) =>
        index === to.section
          ? { ...section, items: inserted(section.items, to.item, taken) }
          : section,
      );
    };
    const data = survey.data();
    return {
      value: { from, to },
      apply: () => survey.saveSections(move<string, SectionData>(data)),
      undo: () => survey.saveSections(data),
      sections: move<Item, Section>(survey.content),
      structural: true,
      relabels: true,
    };
  };

const OPERATIONS: Readonly<Record<string, Operation>> = {
  'section.heading': sectionField('heading', TITLES),
  'section.prefix': sectionField('prefix', ['zz', 'new-one', ''], { relabels: true }),
  'section.lead': sectionField('lead', LEADS),
  'section moved': (survey) => {
    const data = survey.data();
    if (data.length < 2) return null;
    const turn = <T>(list: readonly T[]): T[] => [...list.slice(1), list[0] as T];
    return {
      value: 'the first becomes the last',
      apply: () => survey.saveSections(turn(data)),
      undo: () => survey.saveSections(data),
      sections: turn(survey.content),
      structural: true,
      relabels: true,
    };
  },
  'section removed': (survey, random) => {
    const data = survey.data();
    if (data.length < 3) return null;
    const at = random.int(data.length);
    return {
      value: { section: at },
      apply: () => survey.saveSections(without(data, at)),
      undo: () => survey.saveSections(data),
      sections: without(survey.content, at),
      structural: true,
    };
  },
  'section added': async (survey, random) => {
    const data = survey.data();
    const at = random.int(data.length + 1);
    const item = await survey.createItem('An item of a new section', '- It has one bullet.');
    const section = { heading: 'A new section: 새 절', prefix: '', lead: '' };
    return {
      value: { section: at },
      apply: () =>
        survey.saveSections(inserted(data, at, { ...section, items: [item.documentId] })),
      undo: () => survey.saveSections(data),
      sections: inserted(survey.content, at, {
        ...section,
        items: [{ title: 'An item of a new section', body: '- It has one bullet.', citations: [] }],
      }),
      structural: true,
    };
  },
  'item.title': itemField('title', TITLES),
  'item.body': itemField('body', BODIES),
  'item moved within its section': moved(false),
  'item moved to another section': moved(true),
  'item removed': (survey, random) => {
    const { section: s, item: i } = random.pick(survey.places);
    const data = survey.data();
    const drop = <T, S extends { readonly items: readonly T[] }>(sections: readonly S[]): S[] =>
      sections.map((section, index) =>
        index === s ? { ...section, items: without(section.items, i) } : section,
      );
    return {
      value: { section: s, item: i },
      apply: () => survey.saveSections(drop<string, SectionData>(data)),
      undo: () => survey.saveSections(data),
      sections: drop<Item, Section>(survey.content),
      structural: true,
    };
  },
  'item added': async (survey, random) => {
    const data = survey.data();
    const at = random.int(data.length);
    const title = random.pick(TITLES.slice(0, 6));
    const body = random.pick(BODIES);
    const target = survey.content[at] as Section;
    const place = random.int(target.items.length + 1);
    const { documentId } = await survey.createItem(title, body);
    const old = data[at] as SectionData;
    return {
      value: { section: at, item: place, title, body },
      apply: () =>
        survey.saveSections(
          replaced(data, at, { ...old, items: inserted(old.items, place, documentId) }),
        ),
      undo: () => survey.saveSections(data),
      sections: replaced(survey.content, at, {
        ...target,
        items: inserted(target.items, place, { title, body, citations: [] }),
      }),
      structural: true,
    };
  },
  'citation added': citations(async (survey, place, random) => {
    const number = random.int(1_000_000);
    const source = { title: `Source ${number}`, url: `https://example.com/source/${number}` };
    const { documentId } = await survey.createReference(source);
    const row = { reference: documentId, text: null, label: null };
    const rows = survey.citationsOf(survey.rowAt(place));
    const at = random.int(rows.length + 1);
    const shown = { label: '', text: `[${source.title}](${source.url})` };
    return {
      rows: inserted(rows, at, row),
      shown: inserted(survey.itemAt(place).citations, at, shown),
      value: { citation: at },
    };
  }, true),
  'citation removed': citations(async (survey, place, random) => {
    const rows = survey.citationsOf(survey.rowAt(place));
    if (rows.length === 0) return null;
    const at = random.int(rows.length);
    return {
      rows: without(rows, at),
      shown: without(survey.itemAt(place).citations, at),
      value: { citation: at },
    };
  }, false),
  'citation.text': citations(async (survey, place, random) => {
    const rows = survey.citationsOf(survey.rowAt(place));
    if (rows.length === 0) return null;
    const at = random.int(rows.length);
    const text = random.pick(FOOTNOTES);
    const old = survey.itemAt(place).citations[at] as Citation;
    return {
      rows: replaced(rows, at, { ...(rows[at] as CitationData), text }),
      shown: replaced(survey.itemAt(place).citations, at, { ...old, text }),
      value: { citation: at, text },
    };
  }, false),
  'reference.title': reference('title', 'A title with [brackets], "quotes" and 한글'),
  'reference.url': reference('url', 'https://example.com/moved_(here)?q=1'),
  'reference.url cleared': reference('url', null),
};

/** True where the labels that stay are cited in another order than before. */
function reorders(before: readonly Section[], after: readonly Section[]): boolean {
  const old = labelOrder(before);
  const now = labelOrder(after);
  return old.filter((label) => now.includes(label)).join('\n') !== now.join('\n');
}

const labelOrder = (sections: readonly Section[]): string[] => [
  ...new Set(
    sections.flatMap(({ items }) =>
      items.flatMap((item) => item.citations.map(({ label }) => label).filter(Boolean)),
    ),
  ),
];

/** Edits of a survey's sections, items, citations and references; none for a plain post. */
export function surveyEdits(session: LawSession, post: LawPost, seed: string): PlannedEdit[] {
  if (post.content.sections.length === 0) return [];
  return Object.entries(OPERATIONS).map(([name, operation]) => ({
    name,
    draw: async (): Promise<Edit | null> => {
      const survey = new Survey(session, post, await session.draftOf(post));
      const change = await operation(survey, seeded(`${seed} ${name}`));
      if (!change) return null;
      const expected: PostContent = { ...post.content, sections: change.sections };
      return {
        name,
        value: change.value,
        apply: async () => void (await change.apply()),
        undo: async () => void (await change.undo()),
        expected,
        slug: post.content.slug,
        reach: {
          keys: [],
          body: true,
          structural: change.structural ?? false,
          relabels: (change.relabels ?? false) || reorders(survey.content, change.sections),
        },
      };
    },
  }));
}
