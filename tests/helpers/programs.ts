/** Packages of Debian and Ubuntu that hold the programs some tests need. */
const PACKAGES = { jekyll: 'jekyll', polyglot: 'ruby-jekyll-polyglot' } as const;
type Program = keyof typeof PACKAGES;

/** Whether a program is there; `npm test` looks once and names what is missing. */
export const hasProgram = (program: Program): boolean =>
  !(process.env['JEKYLL_CMS_MISSING'] ?? '').split(',').includes(program);

type Test = (name: string, run: () => Promise<void>, timeout?: number) => void;

/** A test that needs a program: where that is missing, it is reported as skipped and says how to get it. */
const itWith =
  (program: Program): Test =>
  (name, run, timeout) => {
    if (hasProgram(program)) it(name, run, timeout);
    else it.skip(`${name} (needs ${program}: sudo apt-get install ${PACKAGES[program]})`, run);
  };

export const itWithJekyll: Test = itWith('jekyll');
/** The plugin jekyll-polyglot comes with Jekyll. */
export const itWithPolyglot: Test = itWith('polyglot');
