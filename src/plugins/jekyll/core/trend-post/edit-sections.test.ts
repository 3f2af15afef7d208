import { diffArrays } from 'diff';
import { editSurvey, readSurvey, sameSurvey, type SurveyContent } from './index';

const survey = `## 소식
### 하나 [^ref-a-1]
- 가

### 둘 [^ref-a-2]
- 나

---

## 논문
### 셋 [^ref-b-1]
- 다

---

## References
[^ref-a-1]: [A](https://example.com/a)
[^ref-a-2]: [B](https://example.com/b)
[^ref-b-1]: [C](https://example.com/c)
`;

describe('the last section', () => {
  it('that lost all its items keeps its heading, and stays as it is from then on', () => {
    const content = readSurvey(survey);
    if (!content) throw new Error('the fixture is no survey');
    const [first, last] = content.sections;
    if (!first || !last) throw new Error('the fixture has two sections');
    const next = { ...content, sections: [first, { ...last, items: [] }] };
    const edited = editSurvey(survey, next);
    expect(edited).toContain('## 논문\n');
    expect(edited).not.toContain('셋');
    const read = readSurvey(edited);
    expect(read && sameSurvey(read, next)).toBe(true);
    expect(editSurvey(edited, next)).toBe(edited);
  });
});

describe('the text around an edit', () => {
  const edit = (text: string, change: (content: SurveyContent) => SurveyContent) => {
    const content = readSurvey(text);
    if (!content) throw new Error('the fixture is no survey');
    const edited = editSurvey(text, change(content));
    const [old, now] = [text.split('\n'), edited.split('\n')];
    return {
      edited,
      content,
      lines: diffArrays(old, now).flatMap(({ added, removed, value }) =>
        value.flatMap((line) => (added ? [`+${line}`] : removed ? [`-${line}`] : [])),
      ),
    };
  };
  const retitle = (content: SurveyContent): SurveyContent => {
    const [first, ...rest] = content.sections;
    const [item, ...items] = first?.items ?? [];
    if (!first || !item) throw new Error('no item');
    return {
      ...content,
      sections: [{ ...first, items: [{ ...item, title: 'New' }, ...items] }, ...rest],
    };
  };

  it('gains no separator above a bold references line', () => {
    const text = '## A\n\n### One [^1]\n\nText\n\n**참고 문헌**\n\n[^1]: [A](https://a.example)\n';
    expect(edit(text, retitle).lines).toEqual(['-### One [^1]', '+### New [^1]']);
  });

  it('gains no blank line when the references heading is edited or taken out', () => {
    const heading = (closing: string) => edit(survey, (content) => ({ ...content, closing })).lines;
    expect(heading('## 참고 문헌')).toEqual(['-## References', '+## 참고 문헌']);
    expect(heading('')).toEqual(['-## References']);
  });

  it('keeps a figure between spacers with the last item', () => {
    const text =
      '## A\n### One [^1]\n- a\n\n&nbsp;\n\n![f](f.png)\n_f_\n\n&nbsp;\n\n## 참고문헌\n[^1]: [A](https://a.example)\n';
    const content = readSurvey(text);
    expect(content?.sections[0]?.items[0]?.body).toBe('- a\n\n&nbsp;\n\n![f](f.png)\n_f_');
    expect(content?.closing).toBe('## 참고문헌');
  });

  it('takes a heading of sites and further reading for the references, not for an item', () => {
    const text = '## A\n### One [^1]\n- a\n\n### 📚 참고 사이트\n\n[^1]: [A](https://a.example)\n';
    const { content, lines } = edit(text, retitle);
    expect(content.sections[0]?.items).toHaveLength(1);
    expect(content.closing).toBe('### 📚 참고 사이트');
    expect(lines).toEqual(['-### One [^1]', '+### New [^1]']);
  });

  it('gives a new item the blank line below the heading that the others have', () => {
    const text =
      '## A\n### One [^ref-a-1]\n\n- a\n\n## References\n[^ref-a-1]: [A](https://a.example)\n';
    const { edited } = edit(text, (content) => {
      const [first] = content.sections;
      if (!first) throw new Error('no section');
      const item = { title: 'Two', body: '- b', citations: [] };
      return { ...content, sections: [{ ...first, items: [...first.items, item] }] };
    });
    expect(edited).toContain('- a\n\n### Two\n\n- b\n\n## References\n');
  });
});
