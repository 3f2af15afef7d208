import { editSurvey, readSurvey, sameSurvey } from './index';

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
