import type { SurveySection } from '../core/trend-post';
import { labelChanges } from './label-changes';

const section = (...items: [title: string, ...citations: [label: string, text: string][]][]) =>
  ({
    heading: '소식',
    prefix: '',
    lead: '',
    items: items.map(([title, ...citations]) => ({
      title,
      body: '',
      citations: citations.map(([label, text]) => ({ label, text })),
    })),
  }) satisfies SurveySection;

describe('labelChanges', () => {
  it('tells which footnotes get another number once items change places', () => {
    const before = [
      section(['One', ['ref1', 'A']], ['Two', ['ref2', 'B']], ['Three', ['ref3', 'C']]),
    ];
    const after = [
      section(['Two', ['ref1', 'B']], ['One', ['ref2', 'A']], ['Three', ['ref3', 'C']]),
    ];
    expect(labelChanges(before, after)).toEqual([
      { item: 'Two', from: 'ref2', to: 'ref1' },
      { item: 'One', from: 'ref1', to: 'ref2' },
    ]);
  });

  it('says nothing of footnotes that are new or gone', () => {
    const before = [section(['One', ['ref1', 'A'], ['ref2', 'B']])];
    const after = [section(['One', ['ref1', 'A'], ['ref2', 'C']])];
    expect(labelChanges(before, after)).toEqual([]);
  });

  it('tells two citations of one source apart by their items', () => {
    const before = [section(['One', ['ref1', 'A']]), section(['Two', ['ref2', 'A']])];
    const after = [section(['Two', ['ref1', 'A']]), section(['One', ['ref2', 'A']])];
    expect(labelChanges(before, after)).toEqual([
      { item: 'Two', from: 'ref2', to: 'ref1' },
      { item: 'One', from: 'ref1', to: 'ref2' },
    ]);
    expect(labelChanges(before, before)).toEqual([]);
  });

  it('follows an item whose title changed', () => {
    expect(
      labelChanges([section(['One', ['ref1', 'A']])], [section(['Uno', ['ref-iss-1', 'A']])]),
    ).toEqual([{ item: 'Uno', from: 'ref1', to: 'ref-iss-1' }]);
  });
});
