import { readdirSync } from 'node:fs'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

const rooms = readdirSync(new URL('./src/rooms', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

// A room may use shared/ and api/, never another room and never the shell: the shell composes rooms by what they declare.
const roomFences = rooms.map((room) => ({
  files: [`src/rooms/${room}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `(^@/rooms/(?!${room}/)|^(\\.\\./)+(${rooms.filter((other) => other !== room).join('|')})/)`,
            message: 'A room never imports another room: use a slot or a shared store.'
          },
          { regex: '^@/shell/', message: 'A room never imports the shell.' }
        ]
      }
    ]
  }
}))

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/schema.d.ts'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: { parser: vueParser, parserOptions: { parser: ts.parser, sourceType: 'module' } },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-undef': 'off',
      'max-lines': ['error', { max: 320, skipBlankLines: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/attributes-order': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/no-v-html': 'error'
    }
  },
  {
    files: ['src/shared/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^@/(rooms|shell)/', message: 'shared/ knows neither the rooms nor the shell.' }] }
      ]
    }
  },
  { files: ['src/**/messages.ts', 'src/**/*Messages.ts'], rules: { 'max-lines': 'off' } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', fetch: 'readonly', URL: 'readonly' } } },
  ...roomFences
)
