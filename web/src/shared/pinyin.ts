/**
 * Initials of Chinese words for typing ahead (`盗窃` → `dq`), from the collation order that every browser carries:
 * a character's initial is that of the last boundary character it does not sort before. Rare readings may miss;
 * the words of the pack are there for those.
 */
const LETTERS = 'abcdefghjklmnopqrstwxyz'
const BOUNDARIES = '阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫帀'
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin')
// Some builds carry no Chinese collation: then initials would be nonsense, and none is better.
const usable = collator.compare('啊', '八') < 0 && collator.compare('七', '期') <= 0 && collator.compare('阿', '波') < 0

export function initialsOf(words: string): string {
  let initials = ''
  for (const char of words) {
    if (/[a-z0-9]/i.test(char)) initials += char.toLowerCase()
    else if (usable && /[\u4e00-\u9fff]/.test(char)) initials += initialOf(char)
  }
  return initials
}

function initialOf(char: string): string {
  for (let index = BOUNDARIES.length - 1; index >= 0; index--) {
    if (collator.compare(char, BOUNDARIES.charAt(index)) >= 0) return LETTERS.charAt(index)
  }
  return ''
}
