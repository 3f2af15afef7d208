import type { SurveyContent, SurveyItem, SurveySection } from '../index';
import type { Random } from './random';

type Edit = (content: SurveyContent, random: Random) => SurveyContent;

/** Everything an editor does to a survey, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  title: editItem((item) => ({ ...item, title: `다시 쓴 ${item.title}` })),
  bodyLine: editItem((item) => ({ ...item, body: `${item.body}\n- 한 줄 더`.trim() })),
  bodyFirst: editItem((item) => ({ ...item, body: `A new first line.\n\n${item.body}`.trim() })),
  bodyRule: editItem((item) => ({ ...item, body: 'Above the rule.\n\n---\n\nBelow the rule.' })),
  bodyGone: editItem((item) => ({ ...item, body: '' })),
  citationText: editItem((item) => ({
    ...item,
    citations: item.citations.map((c, i) =>
      i === 0 ? { ...c, text: '[New](https://new.example)' } : c,
    ),
  })),
  citationAdded: editItem((item) => ({
    ...item,
    citations: [...item.citations, { label: '', text: '[Added](https://added.example)' }],
  })),
  citationsSwapped: editItem((item) => ({ ...item, citations: [...item.citations].reverse() })),
  citationGone: editItem((item) => ({
    ...item,
    citations: item.citations.length > 1 ? item.citations.slice(1) : item.citations,
  })),
  markInText: (content, random) => {
    const labels = content.sections.flatMap((s) =>
      s.items.flatMap((item) => item.citations.map((c) => c.label)),
    );
    const label = labels[random.below(labels.length)] ?? '';
    return label === '' ? content : { ...content, body: `Text with a mark[^${label}].` };
  },
  itemAdded: editItems((items, random) => {
    const at = random.below(items.length + 1);
    return [...items.slice(0, at), fresh(random), ...items.slice(at)];
  }),
  itemGone: editItems((items, random) => {
    const at = random.below(items.length);
    return items.length > 1 ? items.filter((_, i) => i !== at) : items;
  }),
  itemMoved: editItems((items, random) => shuffled(items, random)),
  itemToOther: (content, random) => {
    const from = random.below(content.sections.length);
    const to = random.below(content.sections.length);
    const moved = content.sections[from]?.items[0];
    if (!moved || from === to || (content.sections[from]?.items.length ?? 0) < 2) return content;
    return {
      ...content,
      sections: content.sections.map((section, i) => {
        if (i === from) return { ...section, items: section.items.slice(1) };
        return i === to ? { ...section, items: [...section.items, moved] } : section;
      }),
    };
  },
  heading: editSection((section) => ({ ...section, heading: `${section.heading} (2)` })),
  prefix: editSection((section) => ({ ...section, prefix: 'renamed' })),
  lead: editSection((section) => ({ ...section, lead: `${section.lead}\n\n새 머리말.`.trim() })),
  leadGone: editSection((section) => ({ ...section, lead: '' })),
  sectionAdded: (content, random) => {
    const at = random.below(content.sections.length + 1);
    const section = {
      heading: '🆕 New',
      prefix: 'new',
      lead: '',
      items: [fresh(random), fresh(random)],
    };
    const { sections } = content;
    return { ...content, sections: [...sections.slice(0, at), section, ...sections.slice(at)] };
  },
  sectionGone: (content, random) => {
    const at = random.below(content.sections.length);
    const sections = content.sections.filter((_, i) => i !== at);
    return sections.some((s) => s.items.length > 0) && sections.at(-1)?.items.length !== 0
      ? { ...content, sections }
      : content;
  },
  sectionMoved: (content, random) => {
    const sections = shuffled(content.sections, random);
    return sections.at(-1)?.items.length === 0 ? content : { ...content, sections };
  },
  keyword: (content) => ({ ...content, keywords: [...content.keywords, '새 낱말'] }),
  keywordsGone: (content) => ({ ...content, keywords: [] }),
  body: (content) => ({ ...content, body: `${content.body}\n\n덧붙인 문단.`.trim() }),
  bodyOfPostGone: (content) => ({ ...content, body: '' }),
  closing: (content) => ({
    ...content,
    closing: `${content.closing ?? ''}\n\n덧붙인 끝말.`.trim(),
  }),
  closingGone: (content) => ({ ...content, closing: '' }),
};

function fresh(random: Random): SurveyItem {
  const n = random.below(10_000);
  const body = random.pick(['- 새 소식입니다.\n- 둘째 줄.', '', 'A plain paragraph.']);
  return {
    title: `새 항목 ${n}`,
    body,
    citations: [{ label: '', text: `[New ${n}](https://new.example/${n})` }],
  };
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const rest = [...list];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(random.below(rest.length), 1));
  return result;
}

function editSection(change: (section: SurveySection, random: Random) => SurveySection): Edit {
  return (content, random) => {
    const at = random.below(content.sections.length);
    return {
      ...content,
      sections: content.sections.map((s, i) => (i === at ? change(s, random) : s)),
    };
  };
}

function editItems(
  change: (items: readonly SurveyItem[], random: Random) => readonly SurveyItem[],
): Edit {
  return editSection((section, random) =>
    section.items.length === 0 ? section : { ...section, items: change(section.items, random) },
  );
}

function editItem(change: (item: SurveyItem) => SurveyItem): Edit {
  return editItems((items, random) => {
    const at = random.below(items.length);
    return items.map((item, i) => (i === at ? change(item) : item));
  });
}
