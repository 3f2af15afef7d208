import type { TranslatedField, TranslatedPart } from '../../../contracts/translations';
import { changesOf, editOf, shownParts, withEdit } from './edits';

const field = (
  path: string,
  state: TranslatedField['state'],
  translation = '',
): TranslatedField => ({
  path,
  name: path,
  shape: 'line',
  original: '원문',
  translation,
  state,
  previous: null,
  editable: true,
});
const title = field('title', 'untouched', '제목');
const body = field('body', 'translated', 'Body');
const part: TranslatedPart = {
  key: 'a',
  kind: 'item',
  uid: 'api::trend-item.trend-item',
  documentId: 'a',
  title: '제목',
  fields: [title, body],
};

describe('texts that are being written', () => {
  it('are saved with the text that the editor began from, whatever was loaded since', () => {
    const first = withEdit({}, part, title, 'Tit');
    const later = withEdit(first, part, { ...title, translation: 'somebody else’s' }, 'Title');
    expect(changesOf(later)).toEqual([
      { uid: part.uid, documentId: 'a', path: 'title', value: 'Title', before: '제목' },
    ]);
    expect(editOf(later, part, title)).toBe('Title');
  });

  it('are none when they say again what was saved', () => {
    const edited = withEdit({}, part, title, 'Title');
    expect(withEdit(edited, part, title, '제목')).toEqual({});
  });

  it('stay in sight while only open texts are shown', () => {
    expect(shownParts([part], {}, false)).toEqual([part]);
    expect(shownParts([part], {}, true)[0]?.fields).toEqual([title]);
    const edits = withEdit({}, part, body, 'Text');
    expect(shownParts([part], edits, true)[0]?.fields).toEqual([title, body]);
    expect(shownParts([{ ...part, fields: [body] }], {}, true)).toEqual([]);
  });
});
