import { at, BLOG, type CasesByRule, PROJECT, testCases } from './testing/cases';
import { post } from './testing/findings';

/** What other kinds of blogs write: addresses with Liquid, references, themes of their own. */
const CASES: CasesByRule = {
  'image-missing': {
    finds: [
      at(post('![그림]({{ site.baseurl }}/assets/none.png)'), PROJECT),
      at(post('![그림]({{ "/assets/none.png" | relative_url }})'), PROJECT),
      at(post(`<img src="{{ '/assets/none.png' | absolute_url }}" alt="x">`), PROJECT),
      at(post('![그림](https://blog.example/blog/assets/none.png)'), PROJECT),
      at(post('![그림](/assets/no ne.png "제목")'), BLOG),
      at(post('![그림][a]\n\n[a]: /assets/none.png'), BLOG),
      at(post('![그림]\n\n[그림]: /assets/none.png'), BLOG),
      at(post('{% include figure image_path="/assets/none.png" alt="x" %}'), BLOG),
      at(post("{% include figure.liquid path='assets/none.jpg' %}"), BLOG),
    ],
    silent: [
      at(post('![그림]({{ site.url }}{{ site.baseurl }}/assets/a.png)'), PROJECT),
      at(post('![그림]({{ "/assets/a.png" | prepend: site.baseurl }})'), PROJECT),
      at(post('![그림]({{ page.cover }}/none.png)'), PROJECT),
      at(post('{% include figure image_path="/assets/a.png" %}'), BLOG),
      at(post('{% include img.html name="none.png" src="https://a.example/b.png" %}'), BLOG),
      at(
        post(
          '{% include img.html src=page.none %}{% raw %}{% include a src="/none.png" %}{% endraw %}',
        ),
        BLOG,
      ),
      at(post('![그림]({% link assets/none.png %})'), PROJECT),
    ],
  },
  'link-post': {
    finds: [
      at(post('[글]({{ site.baseurl }}/posts/gone/)'), PROJECT),
      at(post('[글][a]\n\n[a]: {{ "/posts/gone/" | relative_url }}'), PROJECT),
      at(post('[글](</posts/gone/>)'), BLOG),
      at(post('[글][`b()`]\n\n[`b()`]: /posts/gone/'), BLOG),
    ],
    silent: [
      at(post('[글](/posts/there/index.html)'), BLOG),
      at(post('[글]({{ "/posts/there/" | absolute_url }})'), PROJECT),
      at(post('[글]({{ post.url }}/posts/gone/)'), PROJECT),
    ],
  },
};

testCases(CASES);
