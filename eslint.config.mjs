import js from '@eslint/js';
import i18n from '@grafana/i18n/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Which rooms of backend/src a room may import: imports point one way (see CONTRIBUTING). */
const MAY_IMPORT = {
  contract: [],
  frames: ['contract'],
  warehouse: ['contract'],
  churn: ['contract', 'warehouse'],
  segments: ['contract', 'warehouse'],
  forecast: ['contract', 'warehouse'],
  events: ['contract', 'warehouse'],
  queries: ['contract', 'frames', 'warehouse', 'churn', 'segments', 'forecast', 'events'],
  grafana: ['contract', 'frames', 'queries'],
  http: ['contract', 'frames', 'queries'],
};

const zones = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  target: `./backend/src/${room}`,
  from: './backend/src',
  except: [room, ...allowed].map((name) => `./${name}`),
  message: `${room} may import only: ${allowed.join(', ') || 'nothing'}.`,
}));

export default defineConfig(
  globalIgnores(['**/dist/**', '**/dist-embed*/**', '**/node_modules/**', 'plugin/.config/**', '**/coverage/**']),
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['backend', 'plugin', 'test'] })],
    },
    languageOptions: { globals: globals.node },
    rules: {
      complexity: ['error', 11],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: import.meta.dirname ?? process.cwd(),
          zones: [
            ...zones,
            {
              target: './plugin/src',
              from: './backend',
              except: ['./src/contract'],
              message: 'The front end shares only the contract with the backend.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['plugin/src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': reactHooks, 'jsx-a11y': jsxA11y },
    rules: {
      ...reactHooks.configs['recommended-latest']?.rules,
      ...jsxA11y.flatConfigs.recommended.rules,
      // Regions that scroll, and pictures whose parts explain themselves, must be reachable with the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { roles: ['region', 'group', 'img'], tags: [] }],
    },
  },
  {
    files: ['plugin/src/**/*.tsx'],
    ignores: ['**/*.test.tsx', 'plugin/src/**/testing/**'],
    plugins: { '@grafana/i18n': i18n },
    rules: { '@grafana/i18n/no-untranslated-strings': 'error' },
  },
  { files: ['**/*.test.{ts,tsx}', 'test/**'], rules: { 'max-lines': 'off' } },
  { files: ['test/**/*.mjs'], rules: { 'no-console': 'off' } },
  { files: ['plugin/jest-setup.js'], languageOptions: { globals: globals.browser } },
  {
    files: ['**/*.cjs', '**/jest*.js'],
    languageOptions: { globals: globals.commonjs },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
