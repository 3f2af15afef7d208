/** Colours and measures that read like Chirpy, light and dark; written for the preview. */
const LIGHT = `
  --bg: #ffffff; --text: #34343c; --heading: #2a2a2a; --muted: #757575; --link: #0056b2;
  --border: #e4e4e7; --code-bg: #f6f8fa; --code-head: #e9ecef; --code: #24292e; --quote: #e9ecef;
  --row: #f7f7f8; --tip: #d7fdde; --tip-icon: #03a803; --info: #e1f5fe; --info-icon: #0070cb;
  --warning: #fff3cd; --warning-icon: #b97a00; --danger: #f8d7da; --danger-icon: #df3c30;
  --k: #a0008c; --s: #067a3a; --n: #7a3e00; --c: #6a737d; --t: #0550ae;`;
const DARK = `
  --bg: #1b1b1e; --text: #b9babb; --heading: #d5d5d6; --muted: #949698; --link: #8ab4f8;
  --border: #333437; --code-bg: #151515; --code-head: #26262a; --code: #d0d0d0; --quote: #424244;
  --row: #202023; --tip: #163c24; --tip-icon: #2fc162; --info: #0d3a5f; --info-icon: #62b5f5;
  --warning: #4b3b0a; --warning-icon: #ffb733; --danger: #4f2013; --danger-icon: #ff7b6b;
  --k: #d58fe0; --s: #8ccf9b; --n: #e0a06c; --c: #8b8f94; --t: #82b1ff;`;

const icon = (path: string): string =>
  `url("data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="${path}"/></svg>`)}")`;
const CIRCLE = 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20z';
const ICONS = {
  tip: icon(
    'M12 2a7 7 0 0 0-4 12.7V17h8v-2.3A7 7 0 0 0 12 2zM9 18h6v1.5H9zM10 20.5h4a2 2 0 0 1-4 0z',
  ),
  info: icon(`${CIRCLE}m-1 5h2v2h-2zm0 4h2v6h-2z`),
  warning: icon(`${CIRCLE}m-1 5h2v6h-2zm0 8h2v2h-2z`),
  danger: icon('M12 2 1 21h22zm-1 7h2v6h-2zm0 8h2v2h-2z'),
};
const prompts = Object.entries(ICONS)
  .map(
    ([name, image]) =>
      `.prompt-${name}{background:var(--${name})} .prompt-${name}::before{background:var(--${name}-icon);-webkit-mask-image:${image};mask-image:${image}}`,
  )
  .join('\n');

/** The page where the site's own style is not at hand. */
export const POST_CSS = `
:root{color-scheme:light;${LIGHT}}
@media (prefers-color-scheme:dark){:root:not([data-mode=light]){color-scheme:dark;${DARK}}}
:root[data-mode=dark]{color-scheme:dark;${DARK}}
*{box-sizing:border-box}
html{font-size:16px;scroll-padding-top:1rem}
body{margin:0;background:var(--bg);color:var(--text);font-family:"Source Sans Pro","Noto Sans KR","Apple SD Gothic Neo","Malgun Gothic","Noto Sans CJK KR",system-ui,sans-serif;line-height:1.75;overflow-wrap:anywhere;word-break:keep-all}
.preview-main{max-width:1150px;margin:0 auto;padding:1.5rem 1.25rem 4rem}
h1,h2,h3,h4,h5{color:var(--heading);font-weight:500;line-height:1.35;font-family:Lato,"Noto Sans KR","Apple SD Gothic Neo","Noto Sans CJK KR",system-ui,sans-serif}
h1{font-size:1.95rem;margin:.5rem 0} .content>h1{margin-top:3rem}
h2{font-size:1.55rem;margin:2.6rem 0 1rem} h3{font-size:1.3rem;margin:2.2rem 0 .9rem} h4{font-size:1.12rem;margin:1.8rem 0 .8rem} h5{font-size:1rem}
a{color:var(--link);text-decoration:none} .content a[href]:not(.anchor):not(.footnote):not(.reversefootnote){border-bottom:1px solid var(--border)} a[href]:hover{border-bottom-color:currentColor}
a:focus-visible,pre:focus-visible,summary:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.blog-link{cursor:help;border-bottom:1px dotted var(--muted)}
.anchor{margin-left:.5rem;opacity:0;font-size:.85em} :is(h2,h3,h4,h5):hover .anchor{opacity:.6}
.text-muted,.post-meta,.post-desc{color:var(--muted)}
.post-desc{margin:.2rem 0 .8rem;font-size:1.08rem}
.post-meta{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;font-size:.87rem} .post-meta em{font-style:normal;color:var(--link)} .post-meta>span+span{margin-left:0!important}
.preview-cover{margin:1.2rem 0 2rem;text-align:center} .preview-cover img{width:100%;height:auto;aspect-ratio:40/21;object-fit:cover;border-radius:10px} figcaption{font-size:.8rem;color:var(--muted)}
.content p>img,.content img{max-width:100%;height:auto;border-radius:8px}
.content{margin-top:1.5rem} .content p{margin:0 0 1.1rem}
.img-link{display:block;text-align:center;margin:.5rem 0} .img-link img{vertical-align:middle}
.img-link+em,.img-link+br+em{display:block;text-align:center;font-style:normal;font-size:.8rem;color:var(--muted);padding-top:.3rem}
.img-link.left{float:left;margin:.75rem 1rem 1rem 0;max-width:50%} .img-link.right{float:right;margin:.75rem 0 1rem 1rem;max-width:50%} .img-link.normal{text-align:left}
.img-link.shadow img,img.shadow{filter:drop-shadow(2px 4px 6px rgba(0,0,0,.25))}
hr{border:0;border-top:1px solid var(--border);margin:2rem 0}
ul,ol{padding-left:1.75rem;margin:0 0 1.1rem} li{margin:.25rem 0} li>p{margin:0 0 .4rem}
li:has(>input[type=checkbox]){list-style:none} li>input[type=checkbox]{margin:0 .4rem 0 -1.3rem}
dl{margin:0 0 1.1rem} dt{font-weight:600} dd{margin:0 0 .5rem;padding-left:1rem;border-left:1px solid var(--border)}
blockquote{margin:0 0 1.2rem;padding:.1rem 0 .1rem 1rem;border-left:4px solid var(--quote);color:var(--muted)} blockquote p:last-child{margin-bottom:0}
blockquote[class*=prompt-]{position:relative;border-left:0;border-radius:6px;padding:1rem 1rem 1rem 3rem;color:var(--text)}
blockquote[class*=prompt-]::before{content:"";position:absolute;left:1rem;top:1.2rem;width:1.25rem;height:1.25rem;-webkit-mask-repeat:no-repeat;mask-repeat:no-repeat}
${prompts}
.table-wrapper{overflow-x:auto;margin-bottom:1.4rem} table{border-collapse:collapse;min-width:100%} th,td{padding:.4rem 1rem;border:1px solid var(--border);font-size:.95rem} thead th{border-bottom-width:2px} tbody tr:nth-child(2n){background:var(--row)}
code,kbd,samp,pre{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.86em}
code:not(pre code){background:var(--code-bg);color:var(--code);border-radius:4px;padding:.15rem .35rem} .filepath{color:var(--heading);font-weight:600}
kbd{border:1px solid var(--border);border-bottom-width:2px;border-radius:4px;padding:.1rem .35rem}
mark{background:#fff3a3;color:#222;border-radius:3px} sup{line-height:0}
.footnotes{margin-top:3rem;border-top:1px solid var(--border);padding-top:1rem;font-size:.9rem;color:var(--muted)} .footnotes p{margin:0}
:target{scroll-margin-top:1rem} sup:target,.footnotes li:target,li:target>p{background:var(--info);border-radius:4px}
.post-tail-wrapper{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--border);display:grid;gap:.6rem;font-size:.87rem}
.post-tag{display:inline-block;border:1px solid var(--border);border-radius:12px;padding:0 .7rem;margin:0 .4rem .2rem 0} .post-categories .post-tag{border:0;padding:0;color:var(--link)} .post-categories .post-tag+.post-tag::before{content:"› ";color:var(--muted)}
.highlighter-rouge:is(div){margin:0 0 1.4rem;border-radius:8px;overflow:hidden;background:var(--code-bg,var(--highlight-bg-color,#f6f8fa));color:var(--code,var(--highlighter-rouge-color,#24292e))}
.code-header{display:flex;align-items:center;height:2.1rem;padding:0 1rem;background:var(--code-head,rgba(127,127,127,.12));font-size:.78rem;color:var(--p-muted)}
div.highlighter-rouge .highlight{display:flex;margin:0;background:none} div.highlighter-rouge pre{margin:0;padding:.8rem 1rem;line-height:1.55;white-space:pre;word-break:normal;overflow-wrap:normal;background:none} div.highlighter-rouge pre.code{overflow-x:auto;flex:1} div.highlighter-rouge pre.code code{background:none;padding:0;font-size:inherit}
div.highlighter-rouge pre.lineno{flex:none;padding-right:0;text-align:right;color:var(--p-muted);opacity:.7;user-select:none;min-width:2.4rem}
.hljs-keyword,.hljs-literal,.hljs-selector-tag,.hljs-doctag,.hljs-type,.hljs-section{color:var(--k,#a0008c)} .hljs-string,.hljs-regexp,.hljs-addition,.hljs-template-tag{color:var(--s,#067a3a)} .hljs-number,.hljs-symbol,.hljs-bullet,.hljs-variable,.hljs-template-variable{color:var(--n,#7a3e00)} .hljs-comment,.hljs-quote,.hljs-meta{color:var(--c,#6a737d)} .hljs-title,.hljs-built_in,.hljs-attr,.hljs-attribute,.hljs-name,.hljs-tag,.hljs-selector-class,.hljs-selector-id{color:var(--t,#0550ae)} .hljs-deletion{color:#b31d28} .hljs-emphasis{font-style:italic} .hljs-strong{font-weight:600}
[data-mode=dark] .img-link.light,[data-mode=dark] img.light,:root:not([data-mode=dark]) .img-link.dark,:root:not([data-mode=dark]) img.dark{display:none}
@media (max-width:600px){.preview-main{padding:1rem 1rem 3rem} h1{font-size:1.6rem} h2{font-size:1.4rem} h3{font-size:1.2rem}}
`;

/** What the preview adds to any style: contents, problems, boxes for what is not loaded. */
export const PREVIEW_CSS = `
:root:not([style]){--p-border:var(--border,#d0d0d5);--p-muted:var(--muted,var(--text-muted-color,#757575))}
.preview-toc details{border:1px solid var(--p-border);border-radius:8px;padding:.5rem 1rem;margin:1rem 0;font-size:.87rem} .preview-toc summary{cursor:pointer;font-weight:600} .preview-toc ul{list-style:none;margin:.4rem 0 0;padding:0;max-height:16rem;overflow-y:auto} .preview-toc li{margin:.15rem 0;line-height:1.4} .preview-toc .toc-3{padding-left:1rem} .preview-toc .toc-4{padding-left:2rem} .preview-toc a{color:var(--p-muted);border:0}
@media (min-width:1100px){.preview-main article{position:relative;padding-right:17rem!important} .preview-main .preview-toc{position:fixed;top:1.5rem;right:max(1.25rem,calc(50% - 575px + 1.25rem));width:15.5rem} .preview-main .preview-toc details{border-width:0 0 0 1px;border-radius:0} .preview-main .preview-toc ul{max-height:80vh}}
.preview-cover img{display:block;max-width:100%;height:auto} .post-meta>span+span{margin-left:1rem}
.preview-problems details{border:1px solid #d9822f;border-radius:8px;padding:.5rem 1rem;margin-bottom:1.2rem;font-size:.85rem;line-height:1.5} .preview-problems summary{cursor:pointer;font-weight:600} .preview-problems ul{margin:.4rem 0 0;padding-left:1.2rem} .preview-problems .error{color:#c9302c} [data-mode=dark] .preview-problems .error{color:#ff8b7e}
.preview-problem{border:1px dashed #c9302c;border-radius:4px;padding:0 .3rem;font-family:monospace;font-size:.86em} pre.preview-problem{white-space:pre-wrap;padding:.6rem}
.preview-missing{display:inline-block;border:2px dashed var(--p-border);border-radius:8px;padding:1.5rem 2rem;color:var(--p-muted);font-size:.85rem;overflow-wrap:anywhere}
.preview-missing::before{content:"🖼 "}
.preview-embed{display:grid;place-content:center;gap:.3rem;text-align:center;aspect-ratio:16/9;max-height:22rem;width:100%;margin:0 0 1.2rem;border-radius:8px;background:rgba(127,127,127,.14)} .preview-embed small{overflow-wrap:anywhere;padding:0 1rem}
.math-error{color:#c9302c} .katex-display{overflow-x:auto;overflow-y:hidden;padding:.2rem 0}
pre.mermaid{background:none;text-align:center;margin:0 0 1.4rem;white-space:pre-wrap} pre.mermaid svg{max-width:100%;height:auto}
`;
