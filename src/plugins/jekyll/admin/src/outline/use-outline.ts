import { getFetchClient, isFetchError, useForm } from '@strapi/strapi/admin';
import * as React from 'react';
import { movesIn, orderIn } from '../../../core/outline/relation-value';
import {
  OUTLINE_PATH,
  type OutlineItem,
  type OutlineRequest,
  type OutlineResponse,
} from '../../../contracts/outline';
import { type Orders, sameOrders } from './orders';
import { relationTo } from './relation';
import type { SectionOrder } from './section-order';

/** Milliseconds without a change after which the footnotes are asked for. */
const PAUSE = 250;

/** A section as the form holds it. */
interface FormSection {
  readonly id?: number;
  /** By which the content manager's form tells sections apart, saved or not. */
  readonly __temp_key__?: string;
  readonly heading?: string | null;
  readonly prefix?: string | null;
  readonly lead?: string | null;
  readonly items?: unknown;
}

/** What an editor says of a section in the outline. */
export interface SectionTexts {
  readonly heading: string;
  readonly prefix: string;
}

export interface Section extends SectionTexts {
  /** Stays the same wherever the section moves. */
  readonly key: string;
  /** A text stands under its heading, before the items. */
  readonly hasLead: boolean;
}

export interface OutlineState {
  /** `loading` until the saved order is known; `silent` where the editor may not see it. */
  readonly state: 'loading' | 'ready' | 'failed' | 'silent';
  readonly sections: readonly Section[];
  readonly orders: Orders;
  readonly items: ReadonlyMap<string, OutlineItem>;
  /** The footnotes shown are those of an earlier order. */
  readonly stale: boolean;
  /** Makes items known that no section has yet. */
  remember(items: readonly OutlineItem[]): void;
  /** Puts the items of all sections into an order, in the form. */
  arrange(orders: Orders): void;
  /** Puts the sections, with all that is in them, into an order, in the form. */
  arrangeSections(order: SectionOrder): void;
  /** Adds a section at the end of the form. */
  addSection(texts: SectionTexts): void;
  rename(section: number, texts: SectionTexts): void;
  /** Takes a section out of the form, with whatever is in it. */
  removeSection(section: number): void;
}

interface Known {
  /** What was asked: the answer is of it. */
  readonly asked: string;
  /** Saved orders by the id of the section. */
  readonly saved: ReadonlyMap<number, readonly string[]>;
  readonly items: ReadonlyMap<string, OutlineItem>;
}

const NOTHING: Known = { asked: '', saved: new Map(), items: new Map() };
const keyOf = ({ __temp_key__: key, id }: FormSection, at: number): string =>
  key ?? String(id ?? at);
const sectionsIn = (values: Readonly<Record<string, unknown>>): FormSection[] => {
  const { sections } = values;
  return Array.isArray(sections) ? (sections as FormSection[]) : [];
};

/**
 * The outline of the survey in the form: its orders come from the form's values, so that whatever
 * changes them shows, and what they are saved as from the server, with the coming footnotes.
 */
export function useOutline({ documentId, locale }: Omit<OutlineRequest, 'values'>): OutlineState {
  const values = useForm('JekyllOutline', (state) => state.values as Record<string, unknown>);
  const onChange = useForm('JekyllOutline', (state) => state.onChange);
  const addFieldRow = useForm('JekyllOutline', (state) => state.addFieldRow);
  const removeFieldRow = useForm('JekyllOutline', (state) => state.removeFieldRow);
  const [known, setKnown] = React.useState<Known>(NOTHING);
  /** Items that were made known in the same breath in which they are put in. */
  const added = React.useRef(new Map<string, OutlineItem>());
  const [problem, setProblem] = React.useState<'failed' | 'silent' | null>(null);
  const request = JSON.stringify({ documentId, locale, values });

  React.useEffect(() => {
    const abort = new AbortController();
    const body = JSON.parse(request) as OutlineRequest;
    const ask = () =>
      getFetchClient()
        .post<OutlineResponse>(OUTLINE_PATH, body, { signal: abort.signal })
        .then(({ data: { data } }) => {
          setProblem(null);
          setKnown((before) => ({
            asked: request,
            saved: new Map(
              sectionsIn(body.values).flatMap(({ id }, at) =>
                id === undefined ? [] : [[id, data.sections[at]?.saved ?? []] as const],
              ),
            ),
            items: new Map([
              ...before.items,
              ...data.items.map((item) => [item.documentId, item] as const),
            ]),
          }));
        })
        .catch((error: unknown) => {
          if (abort.signal.aborted) return;
          const status = isFetchError(error) ? error.status : undefined;
          setProblem(status === 401 || status === 403 || status === 404 ? 'silent' : 'failed');
        });
    const timer = setTimeout(() => void ask(), PAUSE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [request]);

  const form = sectionsIn(values);
  const saved = form.map(({ id }) => (id === undefined ? [] : (known.saved.get(id) ?? [])));
  const orders = form.map(({ items }, at) =>
    orderIn(
      (saved[at] ?? []).map((documentId) => ({ documentId, id: known.items.get(documentId)?.id })),
      items,
    ),
  );
  // A section that was saved since, or an item that another field of the form added.
  const unknown =
    form.some(({ id }) => id !== undefined && !known.saved.has(id)) ||
    form.some(({ items }) => movesIn(items).some(({ id }) => !known.items.has(id)));

  const remember = (items: readonly OutlineItem[]): void => {
    for (const item of items) added.current.set(item.documentId, item);
    setKnown((before) => ({
      ...before,
      items: new Map([...before.items, ...items.map((item) => [item.documentId, item] as const)]),
    }));
  };
  const arrange = (next: Orders): void => {
    if (sameOrders(next, orders)) return;
    next.forEach((order, at) => {
      if (sameOrders([order], [orders[at] ?? []])) return;
      const itemOf = (id: string): OutlineItem =>
        known.items.get(id) ?? added.current.get(id) ?? blank(id);
      onChange(`sections.${at}.items`, relationTo(saved[at] ?? [], order, itemOf, locale) as never);
    });
  };
  return {
    state: problem ?? (known.asked === '' || unknown ? 'loading' : 'ready'),
    sections: form.map((section, at) => ({
      key: keyOf(section, at),
      heading: section.heading ?? '',
      prefix: section.prefix ?? '',
      hasLead: (section.lead ?? '').trim() !== '',
    })),
    orders,
    items: known.items,
    stale: known.asked !== request,
    remember,
    arrange,
    arrangeSections(order) {
      const byKey = new Map(form.map((section, at) => [keyOf(section, at), section]));
      onChange('sections', order.flatMap((key) => byKey.get(key) ?? []) as never);
    },
    addSection({ heading, prefix }) {
      const items = { connect: [], disconnect: [] };
      addFieldRow('sections', { heading, prefix, items } as never);
    },
    rename(section, { heading, prefix }) {
      onChange(`sections.${section}.heading`, heading as never);
      onChange(`sections.${section}.prefix`, prefix as never);
    },
    removeSection: (section) => removeFieldRow('sections', section),
  };
}

const blank = (documentId: string): OutlineItem => ({
  id: 0,
  documentId,
  title: null,
  status: 'draft',
  citations: [],
});
