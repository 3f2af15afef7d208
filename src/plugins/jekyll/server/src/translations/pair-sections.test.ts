import { pairSections, type SectionFeatures } from './pair-sections';

const section = (prefix: string, heading: string, ...items: string[]): SectionFeatures => ({
  prefix,
  heading,
  items,
});
const korean = [
  section('iss', '이슈', 'a', 'b'),
  section('pa', '논문', 'c'),
  section('', '맺음말'),
];

describe('sections of a translation', () => {
  it('are those with the same prefix, whatever their order and headings', () => {
    const english = [section('pa', 'Papers'), section('iss', 'Issues'), section('', 'Closing')];
    expect(pairSections(korean, english)).toEqual([1, 0, 2]);
  });

  it('are known by their items where a prefix was changed', () => {
    const english = [section('news', 'Issues', 'a', 'b'), section('pa', 'Papers', 'c')];
    expect(pairSections(korean, english)).toEqual([0, 1, null]);
  });

  it('are not taken for one another because they stand at the same place', () => {
    const english = [section('iss', 'Issues', 'a', 'b')];
    expect(pairSections(korean, english)).toEqual([0, null, null]);
    const others = [section('x', 'X', 'x'), section('y', 'Y', 'y'), section('', 'Z')];
    expect(pairSections(korean, others)).toEqual([null, null, 2]);
  });

  it('keep their order where nothing else tells them', () => {
    const plain = [section('', '하나'), section('', '둘')];
    expect(pairSections(plain, [section('', 'One'), section('', 'Two')])).toEqual([0, 1]);
  });

  it('use no section twice', () => {
    const twice = [section('iss', 'A', 'a'), section('iss', 'B', 'b')];
    expect(pairSections(twice, [section('iss', 'B', 'b'), section('iss', 'A', 'a')])).toEqual([
      1, 0,
    ]);
  });
});
