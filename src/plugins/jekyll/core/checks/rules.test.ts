import type { BlogFacts } from './facts';
import { RULES } from './rules';
import { at, BLOG as blog, type Case, type CasesByRule, testCases } from './testing/cases';
import { findings, post } from './testing/findings';

const survey = (definition: string, mark = '[^ref-a-1]'): string =>
  post(`## 연구\n\n### 첫 소식 ${mark}\n\n- 내용\n\n## References\n\n${definition}`);

const translations = (locale: string, siblings: string[], behind = 0): BlogFacts => ({
  translations: {
    locale,
    original: 'ko',
    locales: ['ko', 'en'],
    changedAt: Date.parse('2025-02-01') - behind,
    siblings: siblings.map((other) => ({ locale: other, changedAt: Date.parse('2025-02-01') })),
  },
});
const lints = (name: string, body: string, line: number, column = 1): Case =>
  at(post(body), {
    lint: () => [{ name, line, column, description: 'x', detail: null }],
  });
const DAYS = 24 * 60 * 60 * 1000;

const CASES: CasesByRule = {
  'footnote-undefined': {
    finds: [
      post('글[^1]'),
      post('글[^ref-a-2]\n\n[^b]: 정의\n\n다른[^b]'),
      survey('', '[^ref-a-1]'),
    ],
    silent: [
      post('글[^1]\n\n[^1]: 정의'),
      post('`[^1]` 코드'),
      post('\\[^1]'),
      post('정규식 [^abc]+ 과 [^a-z] 와 [^0-9]'),
      post('```\n[^1]\n```'),
    ],
  },
  'footnote-unused': {
    finds: [post('글\n\n[^1]: 정의')],
    silent: [post('글[^1]\n\n[^1]: 정의'), post('    [^1]: 코드')],
  },
  'footnote-name': {
    finds: [post('글\n\n[^참고-1]: 정의'), post('글\n\n[^a.b]: 정의')],
    silent: [post('글[^a_b-1]\n\n[^a_b-1]: 정의'), post('괄호 [^참고]'), post('`[^a.b]: x`')],
  },
  'footnote-twice': {
    finds: [post('글[^1]\n\n[^1]: 하나\n\n[^1]: 둘')],
    silent: [post('글[^1] [^1]\n\n[^1]: 하나')],
  },
  'reference-url': {
    finds: [survey('[^ref-a-1]: 책, 2024')],
    silent: [
      survey('[^ref-a-1]: [글](https://a.example)'),
      survey('[^ref-a-1]: https://a.example'),
      post('글[^1]\n\n[^1]: 주석일 뿐'),
    ],
  },
  'reference-twice': {
    finds: [
      survey(
        '[^ref-a-1]: [글](https://a.example/)\n\n[^ref-a-2]: [다른 글](https://a.example)',
        '[^ref-a-1] [^ref-a-2]',
      ),
      survey(
        '[^ref-a-1]: [글](http://www.a.example/?utm_source=x&b=1)\n\n[^ref-a-2]: [글](https://a.example/?b=1#c)',
        '[^ref-a-1] [^ref-a-2]',
      ),
    ],
    silent: [
      survey(
        '[^ref-a-1]: [글](https://a.example/1)\n\n[^ref-a-2]: [글](https://a.example/2)',
        '[^ref-a-1] [^ref-a-2]',
      ),
    ],
  },
  'image-missing': {
    finds: [at(post('![그림](/assets/none.png)'), blog), at(post('', 'image: /none.png\n'), blog)],
    silent: [
      at(post('![그림](/assets/a.png)'), blog),
      at(post('![그림](https://a.example/none.png)'), blog),
      at(post('`![그림](/assets/none.png)`'), blog),
      post('![그림](/assets/none.png)'),
    ],
  },
  'image-alt': {
    finds: [
      post('![](a.png)'),
      post('![image](a.png)'),
      post('<p><img src="a.png"></p>'),
      post('![](a.png)'),
      post('![Untitled 3](a.png)'),
      post('![a b.png](a.png) ![image-1.png](b.png)'),
    ],
    silent: [
      post('![고양이](a.png)'),
      post('<p><img src="a.png" alt=""></p>'),
      post('```\n![](a.png)\n```'),
    ],
  },
  'image-size': {
    finds: [at(post('![그림](/assets/large.png)'), blog)],
    silent: [at(post('![그림](/assets/a.png)'), blog)],
  },
  'image-attributes': {
    finds: [
      post('![그림](a.png) {: width="600"}'),
      post('![그림](a.png)\n{: w="600" h="400" }'),
      post('![그림](a.png)  {: .shadow }'),
      post('![그림](a.png) {:.left}'),
    ],
    silent: [
      post('![그림](a.png){: width="600"}'),
      post('![그림](a.png)\n_설명_'),
      post('![그림](a.png)\n{: .align-center}'),
      post('![그림](a.png)\n\n{: width="600"}\n문단'),
    ],
  },
  'link-post': {
    finds: [
      at(post('[글](/posts/gone/)'), blog),
      at(post('[글](https://blog.example/posts/gone)'), blog),
      at(post('[글](/posts/there/#없는-제목)'), blog),
    ],
    silent: [
      at(post('[글](/posts/there/)'), blog),
      at(post('[글](/posts/there/#%EC%A0%9C%EB%AA%A9)'), blog),
      at(post('[글](/about/) [밖](https://a.example/posts/gone/)'), blog),
      at(post('`[글](/posts/gone/)`'), blog),
    ],
  },
  'link-heading': {
    finds: [post('[위로](#없는-곳)\n\n## 제목'), post('[위로](#My-Title)\n\n## My Title')],
    silent: [
      post('[위로](#제목)\n\n## 제목'),
      post('[위로](#제목-1)\n\n## 제목\n\n## 제목'),
      post('[위로](#own)\n\n## 제목 {#own}'),
      post('[위로](#spot)\n\n<a id="spot"></a>글'),
      post('[위로](#ai와-탄소-)\n\n## AI와 탄소 [^1]\n\n[^1]: x'),
    ],
  },
  'link-syntax': {
    finds: [
      post('[글] (https://a.example)'),
      post('![그림] (a.png)'),
      post('![그림](a.png =300x200)'),
      post('[글](www.a.example)'),
      post('<a href="https//a.example">글</a>'),
      post('[글][없음] [다른 글][b]\n\n[b]: https://b.example'),
      post('[다른 글][]'),
      post('![그림][없음]'),
    ],
    silent: [
      post('[글](https://a.example) [1] (https://a.example)'),
      post('[글][b] [B][] [b]\n\n[b]: https://b.example'),
      post('arr[i][j] [단독][속보] [1][2]'),
      post('arr[i][j] [1][2]\n\n[b]: https://b.example'),
      post('[글][`b()`] [`b()`][]\n\n[`b()`]: https://b.example'),
      post('`[글] (https://a.example)` `[글][]`'),
      post('[글](wwwhat/) [글](http) [메일](mailto:a@b.example)'),
      post('\\[글][] [x] 완료'),
      post('([a-zA-Z_][a-zA-Z0-9_-]{0,31})[b]\n\n[b]: https://b.example'),
    ],
  },
  'link-tag': {
    finds: [
      at(post('[글]({% link assets/none.png %})'), blog),
      at(post('[글]({% link _posts/2025-01-01-gone.md %})'), blog),
    ],
    silent: [
      at(post('[글]({{ site.baseurl }}{% link /assets/a.png %})'), blog),
      at(post('[글]({% link _posts/2025-01-01-there.md %})'), blog),
      at(post('{% link {{ page.file }} %} {% link feed.xml %}'), blog),
    ],
  },
  'post-url': {
    finds: [at(post('[글]({% post_url 2025-01-01-gone %})'), blog)],
    silent: [at(post('[글]({% post_url 2025-01-01-there %})'), blog)],
  },
  'link-dead': {
    finds: [at(post('[글](https://dead.example/a#b)'), blog)],
    silent: [at(post('[글](https://live.example/a)'), blog)],
  },
  'liquid-syntax': {
    finds: [
      post('글 {{ 열기만'),
      post('$x^{{1..3},..}$'),
      post('{%k%'),
      post('{% if page.a %} 글'),
      post('{% endif %}'),
      post('{% raw %} 글'),
      post('{% comment %} {{ 열기만 {% endcomment %}'),
      post('{% if %}글{% endif %}'),
      post('{% for x of y %}{% endfor %}'),
      post('{% assign %}'),
      post('{% include embed/youtube.html id=“x” %}'),
      post('{% highlight %}\na\n{% endhighlight %}'),
      post('{% if a and %}글{% endif %}'),
    ],
    silent: [
      post('{% raw %}{{ 열기만 {% if %}{% endraw %}'),
      post('{% if page.a %}a{% else %}b{% endif %}'),
      post('{{ 열기만', 'render_with_liquid: false\n'),
      post('{% comment %} {% endif %} {{ a }} {% foo %} {% endcomment %}'),
      post('{% comment %} {% comment %} a {% endcomment %} {% endcomment %}'),
      post(
        '{% include a.html id="x" n=3 t=page.title q=\'a "b"\' %}{% include {{ page.a }} x=“y” %}',
      ),
      post('{% highlight c++ linenos hl_lines="1 2" %}\na\n{% endhighlight %}'),
      post(
        '{% for i in (1..3) reversed %}{{ i }}{% endfor %}{% if a or b %}{% elsif c %}{% endif %}',
      ),
      post('{% case a %}{% when 1, 2 %}{% endcase %}{% cycle "a", "b" %}{% assign a.b = 1 %}'),
      post('} }} %} { {'),
    ],
  },
  'liquid-unknown-tag': {
    finds: [post('{%k%}'), post('```jinja\n{% url "x" %}\n```')],
    silent: [
      post('{% include embed/youtube.html id="x" %}'),
      at(post('{% spoiler %}'), { liquidTags: new Set(['spoiler']) }),
    ],
  },
  'liquid-in-code': {
    finds: [
      post('```yaml\na: ${{ secrets.X }}\n```'),
      post('`{{ name }}`'),
      post('$$\\frac{{a}}{b}$$'),
      post('```\n{% if x %}\n```\n\n{% endif %}'),
    ],
    silent: [
      post('{% raw %}\n```yaml\na: ${{ secrets.X }}\n```\n{% endraw %}'),
      post('`{% raw %}{{ name }}{% endraw %}`'),
      post('`{{ "{{" }} name }}`'),
      post('{% assign v = 1 %}`{{ v }}`'),
    ],
  },
  'liquid-in-text': {
    finds: [
      post('안녕 {{ name }}!'),
      post('`{{ page.title }}`'),
      post('`{{ "a" | upcase }}`'),
      post('$x_{{12}}$'),
    ],
    silent: [
      post('{% tablerow i in (1..3) %}{{ i }}{% endtablerow %}'),
      post('{{ page.title }}'),
      post('{% assign v = 1 %}{{ v }}'),
      post('{{ "x" }}'),
      post('{{ 3 | plus: 4 }} {{ "now" | date: "%Y" }}'),
    ],
  },
  'kramdown-table': {
    finds: [
      post('GPT | Claude 비교'),
      post('글\n| a | b |\n|---|---|\n| 1 | 2 |'),
      post('> 글\n> a | b\n> :--|--:\n> 1 | 2'),
      post('`a | b` | c'),
      post('확률 $P(A | B)$ 계산'),
    ],
    silent: [
      post('| a | b |\n|---|---|\n| 1 | 2 |'),
      post('a | b\n--|--\n1 | 2'),
      post('`a | b`'),
      post('a \\| b'),
      post('```\na | b\n```'),
    ],
  },
  'kramdown-attributes': {
    finds: [
      post('`/etc` {: .filepath}'),
      post('> 글\n\n{: .prompt-info }\n\n문단'),
      post('![그림](a.png){: .left} {: width="6"}'),
      post('![그림](a.png){: width=600}'),
      post('## 제목 {: .no_toc}'),
      post('| a {: .b} |\n|---|\n| c |'),
      post('글자{: .red}'),
      post('{% raw %}\n```\na\n```\n{% endraw %}\n{: .nolineno }\n\n글'),
      post('```\na\n```\n\n{: file="a" }\n\n글'),
    ],
    silent: [
      post('`/etc`{: .filepath}'),
      post('> 글\n{: .prompt-info }'),
      post('> 글\n> ```\n> x\n> ```\n> {: .nolineno }'),
      post('`a {: .b}`'),
      post('- {: .b} 글\n\n{: .c}\n\n글'),
      post('Ruby의 {:a => 1}과 {:toc}'),
      post('> 글\n\n{: .prompt-info }\n> 둘째'),
      post('{% raw %}\n```\na\n```\n{: .nolineno }\n{% endraw %}'),
    ],
  },
  'kramdown-fence': {
    finds: [
      post('```js\nlet a;'),
      post('글\n\n```\na\n```끝'),
      post('> ~~~ yaml\n> a: b'),
      post('```js title\nlet a;\n```'),
      post('- 글\n```js\nlet a;\n\nlet b;\n```\n'),
      post('$$\nx = 1\n\n글'),
      post('```js title\nlet a;\n\nlet b;\n```'),
      post('- 글\n\n  ```js\n  let a;'),
    ],
    silent: [
      post('```js\nlet a;\n```'),
      post('- 글\n  ```js\n  let a;\n  ```'),
      post('````md\n```\na\n````'),
      post('```한 줄 코드```'),
      post('    ```\n    보기'),
      post('글 ~~~ 글'),
      post('$$\nx = 1\n$$\n\n글\n$$\ny\n$$\n끝'),
    ],
  },
  'kramdown-line': {
    finds: [post('한 줄\n두 줄\n---'), post('글\n***\n글'), post('문장이다.\n---\n\n다음')],
    silent: [
      post('글\n\n---\n\n글'),
      post('제목\n---\n\n글'),
      post('```\na\n---\n```'),
      post('a | b\n--- | ---\n1 | 2'),
      post('- 글\n- - 글'),
    ],
  },
  'kramdown-html': {
    finds: [
      post('<details>\n글\n'),
      post('글 <u>밑줄'),
      post('글\n\n<!-- 주석\n\n글'),
      post(
        '<details>\n<summary>x</summary>\n\n메일 <email> 주소\n\n</details>\n\n`<code a>`\n\n글 <b>굵게',
      ),
    ],
    silent: [
      post('<details>\n글\n</details>'),
      post('글<br>글 <img src="a" alt="b">'),
      post('`<b>` `<!--`'),
      post('글 <!-- 주석 --> 글\n\n```\n<!--\n```'),
    ],
  },
  'kramdown-raw-html': {
    finds: [post('<details>\n<summary>x</summary>\n\n- **굵게**\n\n</details>')],
    silent: [
      post('<details markdown="1">\n\n- **굵게**\n\n</details>'),
      post('<div>글</div>'),
      post('<div><pre>\n- x\n</pre></div>'),
      post('{::options parse_block_html="true" /}\n\n<div>\n- x\n</div>'),
      at(post('<div>\n- x\n</div>'), {
        site: { cdn: null, baseurl: '', url: null, parsesBlockHtml: true },
      }),
    ],
  },
  'front-matter': {
    finds: [
      '---\ntitle: AI #2 | Trends\n---\n',
      '---\ntitle: 2024-01-01\n---\n',
      '---\ntitle: yes\n---\n',
      '---\ntitle: "a"\nmath: "true"\n---\n',
      '---\ntitle: "a"\ntags: a, b\n---\n',
      '---\ntitle: "a"\ndate: 어제\n---\n',
      '---\ntitle: "a"\ndate: 2024-01-03 00:00:00\n---\n',
      '---\ntitle: "a"\ntitle: "b"\n---\n',
      '---\ntitle: My post # 2\n---\n',
      post('글', 'math: true\ntags: [yes, b]\n'),
      post('글', 'categories:\n  - 1.10\n'),
      '\n---\ntitle: "a"\ntags: [b]\n---\n글\n',
    ],
    silent: [
      post('글', 'math: true\ntags: [a, b]\n'),
      '---\ntitle: "AI #2"\ndate: "2024-01-03 00:00:00"\n---\n',
      '---\ntitle: a # comment\ndate: 2024-01-03\n---\n',
      '---\ntitle: "a"\ndate: 2024-01-03 10:00:00 +/-TTTT\n---\n',
      post('글', 'tags: [2024, 1.1, "yes", true, 2024-01-01]\n'),
      '글\n\n---\n\n글: 둘\n\n---\n',
      '---\n\n글\n',
    ],
  },
  'tag-case': {
    finds: [post('글', 'tags: [AI, b]\n')],
    silent: [post('글', 'tags: [ai, 인공지능]\n')],
  },
  'category-count': {
    finds: [post('글', 'categories: [a, b, c]\n')],
    silent: [post('글', 'categories: [a, b]\n')],
  },
  'name-address': {
    finds: [post('글', 'tags: [C#, C++]\n'), at(post('글', 'tags: [C++]\n'), blog)],
    silent: [post('글', 'tags: [node.js, node]\n'), post('글', 'tags: [a]\ncategories: [A]\n')],
  },
  'author-unknown': {
    finds: [at(post('글', 'author: lee\n'), blog)],
    silent: [at(post('글', 'author: kim\n'), blog), at(post('글'), blog)],
  },
  description: {
    finds: [post('글'), post('글', `description: "${'가'.repeat(161)}"\n`)],
    silent: [post('글', 'description: "무엇에 관한 글"\n')],
  },
  'address-moved': {
    finds: [at(post('글'), { ...blog, publishedAddress: '/posts/old/' })],
    silent: [
      at(post('글'), { ...blog, publishedAddress: '/posts/post/' }),
      at(post('글'), { ...blog, publishedAddress: null }),
      at(post('글', 'redirect_from: /posts/old/\n'), { ...blog, publishedAddress: '/posts/old/' }),
    ],
  },
  'date-future': {
    finds: ['---\ntitle: "a"\ndate: 2026-01-01 00:00:00 +0900\n---\n'],
    silent: [post('글')],
  },
  'locale-missing': {
    finds: [at(post('글'), translations('ko', []))],
    silent: [at(post('글'), translations('ko', ['en'])), at(post('글'), translations('en', []))],
  },
  'locale-behind': {
    finds: [at(post('글'), translations('en', ['ko'], 2 * DAYS))],
    silent: [
      at(post('글'), translations('en', ['ko'], DAYS / 2)),
      at(post('글'), translations('ko', ['en'], 2 * DAYS)),
    ],
  },
  'item-unpublished': {
    finds: [
      at(post('글'), {
        unpublishedItems: [{ title: '소식', state: 'changed', field: 'sections.0.items' }],
      }),
    ],
    silent: [at(post('글'), { unpublishedItems: [] })],
  },
  'markdown-style': {
    finds: [
      at(post('http://a.example'), {
        lint: () => [
          { name: 'MD034', line: 2, column: 1, description: 'Bare URL used', detail: null },
        ],
      }),
      at(post('** 굵게 **'), {
        lint: () =>
          [3, 8].map((column) => ({
            name: 'MD037',
            line: 2,
            column,
            description: 'Spaces',
            detail: null,
          })),
      }),
    ],
    silent: [
      lints('MD034', '[글] (https://a.example)', 2, 7),
      at(post('a | b\n글'), {
        lint: () => [{ name: 'MD056', line: 3, column: 1, description: 'Columns', detail: null }],
      }),
      lints('MD056', '| a | b |\n|---|---|\n|===', 5),
      lints('MD042', '[위로](#)', 2),
      lints('MD018', '#인공지능 #머신러닝', 2),
      lints('MD053', '[a]: https://a.example', 2),
      at(post('| a | b |\n|---|---|\n| **c** |'), {
        lint: () => [
          {
            name: 'MD056',
            line: 4,
            column: 1,
            description: 'x',
            detail: 'Expected: 2; Actual: 1; Too few',
          },
        ],
      }),
      lints('MD034', '[글](https://a.example/b c)', 2, 5),
    ],
  },
};

it('every rule has cases', () => {
  expect(Object.keys(CASES).sort()).toEqual(RULES.map(({ id }) => id).sort());
});

testCases(CASES);

it('of a fence says whether its pair or its words are wrong', () => {
  const said = (body: string) => findings('kramdown-fence', post(body))[0]?.message.en;
  expect(said('``` js\nlet a;')).toContain('no pair');
  expect(said('``` js title\nlet a;\n```')).toContain('one word');
});

it('of a bar in a formula names another remedy', () => {
  const [problem] = findings('kramdown-table', post('확률 $P(A | B)$'));
  expect(problem).toMatchObject({ line: 6, column: 9 });
  expect(problem?.message.en).toContain('\\vert');
});
