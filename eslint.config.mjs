import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const plugin = 'src/plugins/jekyll';

/**
 * Design §3: dependencies point one way. Each part names the parts that it must not know.
 *
 * @param up levels that a path out of the part climbs at least: fewer stay in it
 */
const boundary = (part, { others = [], packages = [], up = 1 }, reason) => ({
  files: [`${plugin}/${part}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^(?:\\.\\./){${up},}(?:${others.join('|')})(?:/|$)`, message: reason },
          ...packages.map((group) => ({ group: [group], message: reason })),
        ],
      },
    ],
  },
});
const STRAPI = ['@strapi/*', '@strapi/**'];
const IO = ['fs', 'child_process', 'http', 'https', 'net', 'dns'].flatMap((name) => [
  name,
  `${name}/*`,
  `node:${name}`,
  `node:${name}/*`,
]);

/** What runs within Strapi: it may know core, contracts and git. */
const SERVER = [
  'server',
  'blog',
  'checks',
  'citations',
  'entries',
  'export',
  'import',
  'outline',
  'preview',
  'status',
  'web',
];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '**/.tmp/',
      '.jekyll-blog/',
      '**/.strapi/',
      'types/',
      'examples/',
      'public/',
      '**/.cache/',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', caughtErrors: 'none' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: ['error', 'smart'],
      'no-console': 'off',
    },
  },
  boundary(
    'core',
    { others: [...SERVER, 'git', 'contracts', 'cli', 'admin'], packages: [...STRAPI, ...IO] },
    'core is pure: no Strapi, no I/O, none of the other parts.',
  ),
  boundary(
    'contracts',
    { others: [...SERVER, 'git', 'cli', 'admin'], packages: [...STRAPI, ...IO] },
    'contracts are types that every side shares.',
  ),
  boundary(
    'cli',
    { others: [...SERVER, 'git', 'admin'] },
    'the command line knows the server through contracts.',
  ),
  boundary(
    'admin',
    { others: [...SERVER, 'git', 'cli'], up: 2 },
    'the admin knows the server through contracts.',
  ),
  ...SERVER.map((part) =>
    boundary(part, { others: ['cli', 'admin'] }, 'the server knows no command line and no admin.'),
  ),
  boundary(
    'git',
    { others: [...SERVER, 'cli', 'admin'], packages: STRAPI },
    'git knows core and contracts: files in, commits out.',
  ),
  {
    files: ['**/*.{js,cjs}'],
    languageOptions: {
      globals: {
        module: 'writable',
        require: 'readonly',
        process: 'readonly',
        __dirname: 'readonly',
      },
    },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
      },
    },
  },
);
