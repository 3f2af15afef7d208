import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const plugin = 'src/plugins/jekyll';

/** Design §3: dependencies point one way. Each part names the parts that it must not know. */
const boundary = (part, forbidden, reason) => ({
  files: [`${plugin}/${part}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: forbidden.map((group) => ({ group: [group].flat(), message: reason })),
      },
    ],
  },
});
const STRAPI = ['@strapi/*'];
const IO = [
  'fs',
  'fs/*',
  'node:fs',
  'node:fs/*',
  'child_process',
  'node:child_process',
  'http',
  'node:http',
  'https',
  'node:https',
  'net',
  'node:net',
];
const parts = (...names) => names.flatMap((name) => [`**/${name}/*`, `**/${name}`]);

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
    [
      STRAPI,
      IO,
      parts('server', 'export', 'import', 'cli', 'admin', 'contracts', 'git', 'preview'),
    ],
    'core is pure: no Strapi, no I/O, none of the other parts.',
  ),
  boundary(
    'contracts',
    [STRAPI, IO, parts('server', 'export', 'import', 'cli', 'admin')],
    'contracts are types that every side shares.',
  ),
  boundary(
    'cli',
    [parts('server', 'export', 'import', 'admin')],
    'the command line knows the server through contracts.',
  ),
  boundary(
    'admin',
    [parts('export', 'import', 'cli'), '**/server/*', '**/server/**'],
    'the admin knows the server through contracts.',
  ),
  boundary(
    'server',
    [parts('cli'), '**/plugins/jekyll/admin/**'],
    'the server knows no command line and no admin.',
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
