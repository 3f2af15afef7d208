import { FIELD_TEXTS } from '../../../contracts/field-texts';
import { isGenerated, isUntouched, withProposal, type Configuration } from './configuration';
import { VIEWS } from './views';

const field = (label: string, description = '') => ({
  edit: { label, description, placeholder: '', visible: true, editable: true },
  list: { label, searchable: true, sortable: true },
});
/** As Strapi generates it for a type with a title, a body and a colour. */
const generated: Configuration = {
  settings: { mainField: 'title', pageSize: 10, bulkable: true },
  metadatas: {
    id: { edit: {}, list: { label: 'id' } },
    title: field('title'),
    body: field('body'),
    colour: field('colour'),
  },
  layouts: {
    edit: [
      [
        { name: 'title', size: 6 },
        { name: 'body', size: 6 },
      ],
      [{ name: 'colour', size: 6 }],
    ],
    list: ['id', 'title'],
  },
};
const attributes = ['title', 'body', 'colour', 'createdAt'];
const proposal = {
  view: {
    settings: { mainField: 'title', pageSize: 20 },
    edit: [
      [{ name: 'body', size: 12 }],
      [
        { name: 'title', size: 8 },
        { name: 'gone', size: 4 },
      ],
    ],
    list: ['title', 'gone'],
  },
  texts: {
    title: { label: { en: 'Title', ko: '제목' }, hint: { en: 'Shown on top.', ko: '맨 위에.' } },
  },
  mainFields: {},
};

describe('withProposal', () => {
  const proposed = withProposal(generated, proposal);

  it('stores the English texts', () => {
    expect(proposed.metadatas.title?.edit).toMatchObject({
      label: 'Title',
      description: 'Shown on top.',
    });
    expect(proposed.metadatas.title?.list).toMatchObject({ label: 'Title', sortable: true });
  });

  it('keeps fields it does not know and leaves out fields the type does not have', () => {
    expect(proposed.layouts.edit).toEqual([
      [{ name: 'body', size: 12 }],
      [{ name: 'title', size: 8 }],
      [{ name: 'colour', size: 6 }],
    ]);
    expect(proposed.layouts.list).toEqual(['title']);
  });

  it('changes nothing when it is applied again', () => {
    expect(withProposal(proposed, proposal)).toEqual(proposed);
  });
});

describe('isGenerated', () => {
  it('knows what nobody has arranged', () => {
    expect(isGenerated(generated, attributes)).toBe(true);
  });

  it('sees a label, a help text and another order of the form', () => {
    const labelled = { ...generated.metadatas, title: field('Headline') };
    const explained = { ...generated.metadatas, title: field('title', 'Keep it short.') };
    const edit = [...generated.layouts.edit].reverse();
    expect(isGenerated({ ...generated, metadatas: labelled }, attributes)).toBe(false);
    expect(isGenerated({ ...generated, metadatas: explained }, attributes)).toBe(false);
    expect(isGenerated({ ...generated, layouts: { ...generated.layouts, edit } }, attributes)).toBe(
      false,
    );
  });
});

describe('isUntouched', () => {
  const seeded = withProposal(generated, proposal);

  it('compares content, not the order of keys in stored JSON', () => {
    const stored: Configuration = {
      layouts: seeded.layouts,
      metadatas: Object.fromEntries(Object.entries(seeded.metadatas).reverse()),
      settings: Object.fromEntries(Object.entries(seeded.settings).reverse()),
    };
    expect(isUntouched(stored, seeded)).toBe(true);
  });

  it('does not take a new or a removed attribute for a change by a person', () => {
    const rest = Object.fromEntries(
      Object.entries(seeded.metadatas).filter(([name]) => name !== 'colour'),
    );
    const stored: Configuration = {
      ...seeded,
      metadatas: { ...rest, size: field('size') },
      layouts: {
        edit: [...seeded.layouts.edit.slice(0, 2), [{ name: 'size', size: 6 }]],
        list: [...seeded.layouts.list, 'size'],
      },
    };
    expect(isUntouched(stored, seeded)).toBe(true);
  });

  it('sees a label, a setting, a width and a column that a person changed', () => {
    const title = field('Headline', 'Shown on top.');
    const changes: Configuration[] = [
      { ...seeded, metadatas: { ...seeded.metadatas, title } },
      { ...seeded, settings: { ...seeded.settings, pageSize: 50 } },
      {
        ...seeded,
        layouts: {
          ...seeded.layouts,
          edit: [[{ name: 'body', size: 6 }], ...seeded.layouts.edit.slice(1)],
        },
      },
      { ...seeded, layouts: { ...seeded.layouts, list: ['title', 'colour'] } },
    ];
    expect(changes.map((stored) => isUntouched(stored, seeded))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the views', () => {
  it.each(Object.entries(VIEWS))('of %s have texts for each field they place', (uid, view) => {
    const placed = view.edit.flat().map((cell) => cell.name);
    expect(Object.keys(FIELD_TEXTS[uid] ?? {}).sort()).toEqual([...placed].sort());
  });

  it.each(Object.entries(VIEWS))('of %s fill no row beyond its width', (_uid, view) => {
    for (const row of view.edit) {
      expect(row.reduce((sum, cell) => sum + cell.size, 0)).toBeLessThanOrEqual(12);
    }
  });
});
