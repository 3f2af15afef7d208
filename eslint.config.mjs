import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const plugin = 'src/plugins/jekyll';

/** Design §3: dependencies point one way. Each part names the parts that it must not know. */
const boundary = (part, { others = [], packages = [] }, reason) => ({
  files: [`${plugin}/${part}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^(?:\\.\\./)+(?:${others.join('|')})(?:/|$)`, message: reason },
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

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/build/',
      '**/.tmp/',
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
    {
      others: ['server', 'export', 'import', 'cli', 'admin', 'contracts', 'git', 'preview'],
      packages: [...STRAPI, ...IO],
    },
    'core is pure: no Strapi, no I/O, none of the other parts.',
  ),
  boundary(
    'contracts',
    { others: ['server', 'export', 'import', 'cli', 'admin'], packages: [...STRAPI, ...IO] },
    'contracts are types that every side shares.',
  ),
  boundary(
    'cli',
    { others: ['server', 'export', 'import', 'admin'] },
    'the command line knows the server through contracts.',
  ),
  boundary(
    'admin',
    { others: ['server', 'export', 'import', 'cli'] },
    'the admin knows the server through contracts.',
  ),
  ...['server', 'export', 'import'].map((part) =>
    boundary(part, { others: ['cli', 'admin'] }, 'the server knows no command line and no admin.'),
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
