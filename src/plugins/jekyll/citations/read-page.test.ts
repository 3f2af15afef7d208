import { readPage } from './read-page';

const NOTHING = {
  title: null,
  publisher: null,
  publishedOn: null,
  isPaper: false,
  isVideo: false,
};

it('takes what Open Graph says', () => {
  const html = `<html><head>
    <meta property="og:title" content="A model &amp; its maker&rsquo;s story">
    <meta property='og:site_name' content='The Site'>
    <meta name=author content=x><meta property="article:published_time" content="2025-01-31T09:00:00+09:00">
    <title>A model | The Site</title></head><body>`;
  expect(readPage(html)).toEqual({
    ...NOTHING,
    title: 'A model & its maker’s story',
    publisher: 'The Site',
    publishedOn: '2025-01-31',
  });
});

it('takes the title without the name of the site', () => {
  const html =
    '<title>\n Smaller \\*robots\\* – The Site </title><meta property="og:site_name" content="The Site">';
  expect(readPage(html)).toMatchObject({ title: 'Smaller \\*robots\\*', publisher: 'The Site' });
});

it('takes the meta tags of a paper before all else', () => {
  const html = `<title>[2401.01234] Long Books</title><meta property="og:title" content="Long…">
    <meta name="citation_title" content="Long Books"><meta name="citation_date" content="2024/01/02">
    <meta name="citation_journal_title" content="Journal of Books">`;
  expect(readPage(html)).toEqual({
    title: 'Long Books',
    publisher: 'Journal of Books',
    publishedOn: '2024-01-02',
    isPaper: true,
    isVideo: false,
  });
});

it('takes a date from linked data', () => {
  const html = '<script type="application/ld+json">{"datePublished": "2025-03-01T00:00Z"}</script>';
  expect(readPage(html).publishedOn).toBe('2025-03-01');
});

it.each(['2025', '2025-13-01', '2025-02-30', 'March 3', '20250131123', ''])(
  'takes no day from %p',
  (date) => {
    expect(readPage(`<meta name="date" content="${date}">`).publishedOn).toBeNull();
  },
);

it.each([
  '',
  'no html at all',
  '<',
  '<meta',
  '<title>',
  '<meta property="og:title" content="">',
  '<!--<title>hidden</title>-->',
  '<script>document.write("<title>hidden</title>")</script>',
])('says nothing for %p', (html) => {
  expect(readPage(html)).toEqual(NOTHING);
});

it('takes time in proportion to the page, and no more of a text than fits', () => {
  const hostile = `${'<meta name="a" content="'.repeat(20_000)}<title>${'x'.repeat(100_000)}</title>`;
  const start = performance.now();
  readPage(hostile);
  readPage('<'.repeat(500_000));
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(readPage(`<title>${'x'.repeat(5_000)}</title>`).title).toHaveLength(500);
});
