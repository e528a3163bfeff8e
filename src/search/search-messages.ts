import { messages } from '#src/shared/i18n.ts';

export const searchMessages = messages({
  title: { zh: '搜索', en: 'Search' },
  titleFor: { zh: '搜索“{query}”', en: 'Search for “{query}”' },
  description: {
    zh: '用您自己的话查：文章、名词、常见问题和办事的页面。也可以从全部主题里找。',
    en: 'Look things up in your own words: articles, terms, questions and every other page. Or choose from all topics.',
  },
  h1: { zh: '想查什么，|用您自己的话', en: 'Ask in your |own words' },
  examples: { zh: '比如', en: 'For example' },
  example1: { zh: '地贫', en: 'thalassaemia' },
  example2: { zh: '脐血能存多久', en: 'how long can it be stored' },
  example3: { zh: '自闭症', en: 'autism' },
  example4: { zh: '退费', en: 'refund' },
  notKept: { zh: '您查什么，我们不记录。', en: 'What you look up is not recorded.' },

  results: { zh: '结果', en: 'Results' },
  found: { zh: '找到{count}条', en: '{count} found' },
  foundOne: { zh: '找到1条', en: '1 found' },
  foundMost: {
    zh: '找到{count}条，先列最相近的{shown}条',
    en: '{count} found; the {shown} closest are shown',
  },
  partly: {
    zh: '没有一处同时说到这几样，下面各说到其中一部分',
    en: 'Nothing covers all of these words; what follows covers some of them',
  },
  instead: { zh: '没有“{typed}”，按“{found}”找的', en: 'No “{typed}” here; searched for “{found}”' },
  none: { zh: '没有找到“{query}”', en: 'Nothing found for “{query}”' },
  noneTry: { zh: '可以这样试', en: 'What may help' },
  noneTry1: {
    zh: '少写几个字：只留最要紧的那个词，比如“移植”。',
    en: 'Type less: only the word that matters most, such as “transplant”.',
  },
  noneTry2: {
    zh: '换一个说法：报告上的词、医生说的词，都行。',
    en: 'Try another word: the one on the report, or the one the doctor used.',
  },
  noneTry3: {
    zh: '查名词解释，或者从下面的全部主题里找。',
    en: 'Look in the glossary, or choose from all topics below.',
  },
  nonePerson: { zh: '还是没有，就问人：', en: 'Still nothing? Ask a person: ' },
  toGlossary: { zh: '名词解释', en: 'Glossary' },
  toFaq: { zh: '常见问题', en: 'Questions and answers' },
  slow: {
    zh: '边写边找的部分没能加载。按“搜索”照样能查。',
    en: 'Searching while you type did not load. The Search button still works.',
  },

  topics: { zh: '全部主题', en: 'All topics' },
  otherPages: { zh: '办事和其他页面', en: 'Everything else' },
  allTerms: { zh: '{count}条', en: '{count} entries' },

  keys: { zh: '用键盘', en: 'With a keyboard' },
  keySlash: { zh: '到搜索框', en: 'go to the search box' },
  keyArrows: { zh: '在结果之间走', en: 'move between results' },
  keyEnter: { zh: '打开', en: 'open' },
  keyEsc: { zh: '回到搜索框；再按一次清空', en: 'back to the search box; once more empties it' },
  slashOn: { zh: '按/键到搜索框', en: 'The / key goes to the search box' },
});
