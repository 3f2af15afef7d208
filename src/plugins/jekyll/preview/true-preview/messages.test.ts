import { readMessages } from './messages';

const codes = (log: string) => readMessages(log, ['/tmp/x/source']).map(({ code }) => code);

describe('readMessages', () => {
  it.each([
    [
      "  Liquid Exception: Liquid syntax error (line 3): Unknown tag 'nix' in /tmp/x/source/_posts/a.md",
      'jekyll-unknown-tag',
    ],
    [
      '    Liquid Warning: Liquid syntax error (line 2): Expected end_of_string but found id in "{{ a b }}" in a.md',
      'jekyll-liquid-warning',
    ],
    [
      'Error:  YAML Exception reading /tmp/x/source/_posts/a.md: (<unknown>): mapping',
      'jekyll-yaml',
    ],
    ["     Build Warning: Layout 'none' requested in _posts/a.md does not exist.", 'jekyll-layout'],
    [
      '          Conflict: The following destination is shared by multiple files.',
      'jekyll-conflict',
    ],
    ["Could not find gem 'jekyll-theme-chirpy (~> 7.2)' in locally installed gems.", 'jekyll-gem'],
    ['The minima theme could not be found. (Jekyll::Errors::MissingTheme)', 'jekyll-theme'],
    ["  Warning: Footnote definition for 'a' not found on line 3", 'kramdown-footnote'],
  ])('knows: %s', (line, code) => {
    expect(codes(line)).toEqual([code]);
  });

  it('says what and where in both languages, without folders of the server or colours', () => {
    const [problem] = readMessages(
      "\u001b[31m Liquid Exception: Could not locate the included file 'a.html' in /tmp/x/source/b.md\u001b[0m",
      ['/tmp/x/source'],
    );
    expect(problem?.message.en).not.toContain('/tmp/x');
    expect(problem?.message.ko).toMatch(/[가-힣]/);
  });

  it('takes ordinary output for nothing', () => {
    expect(
      codes(
        'Configuration file: /tmp/x/source/_config.yml\n            Source: /tmp/x/source\n      Generating... \n                    done in 0.5 seconds.',
      ),
    ).toEqual([]);
  });
});
