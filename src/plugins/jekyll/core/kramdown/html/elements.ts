import type { ContentModel } from '../tree';

/**
 * What kramdown knows of HTML elements, as the real one was seen to treat each of them.
 * @see https://kramdown.gettalong.org/syntax.html#html-blocks
 */
const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** A line that starts with one of these is text; with any other tag, an HTML block. */
export const SPAN_ELEMENTS = set(
  'a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark option ' +
    'q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var',
);

/** In running text the tags of these are shown as text. */
export const BLOCK_ELEMENTS = set(
  'address applet article aside blockquote body caption col colgroup dd div dl dt fieldset ' +
    'figcaption footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe legend li main map ' +
    'menu nav ol optgroup p pre section summary table tbody td tfoot th thead tr ul',
);

export const VOID_ELEMENTS = set(
  'area base br col command embed hr img input keygen link meta param source track wbr',
);

const BLOCK_MODEL = set(
  'address applet article aside blockquote body dd details div dl fieldset figcaption figure ' +
    'footer form header hgroup iframe li main map menu nav noscript object section summary td ' +
    'area base col command embed hr keygen link meta param source track wbr',
);
const SPAN_MODEL = set(
  'a abbr acronym b bdo big button caption cite del dfn dt em h1 h2 h3 h4 h5 h6 i ins label ' +
    'legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt ' +
    'br img input',
);
const RAW_MODEL = set(
  'code colgroup head html kbd mark ol option pre samp script style table tbody textarea tfoot ' +
    'thead title tr ul u var video audio math',
);

/** How the content of an element is read when it is to be read as Markdown. */
export function contentModel(name: string): ContentModel {
  if (BLOCK_MODEL.has(name)) return 'block';
  return SPAN_MODEL.has(name) ? 'span' : 'raw';
}

const EXTRA_SPAN_PARSED = set('table tbody tfoot thead tr ul ol colgroup head html pre');

/** Elements in running text whose content is always left as it is. */
export function isRawInSpan(name: string): boolean {
  return contentModel(name) === 'raw' && !EXTRA_SPAN_PARSED.has(name);
}

/** Names of HTML are the same in any case; names of XML are not. */
export function isHtmlName(name: string): boolean {
  return (
    SPAN_ELEMENTS.has(name) ||
    BLOCK_ELEMENTS.has(name) ||
    VOID_ELEMENTS.has(name) ||
    BLOCK_MODEL.has(name) ||
    SPAN_MODEL.has(name) ||
    (RAW_MODEL.has(name) && !UNKNOWN.has(name))
  );
}
const UNKNOWN = set('audio title video');
