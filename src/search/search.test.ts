import { describe, expect, it } from 'vitest';
import { find, searchable, withLatePages } from './find.ts';
import { makeIndex } from './make-index.ts';
import { readPage } from './read-page.ts';
import { topicsOf } from './topics.ts';

interface Page {
  readonly path: string;
  readonly title: string;
  readonly section?: string;
  readonly main: string;
  readonly robots?: string;
}
/** As the build writes a page. */
const html = ({ path, title, section, main, robots = '' }: Page): string =>
  `<!DOCTYPE html><html><head><title>${title}</title><link rel="canonical" href="https://origin.invalid${path}">
  <meta name="description" content="关于${title}"><meta property="og:title" content="${title}">${robots}
  ${section === undefined ? '' : `<meta property="article:section" content="${section}">`}</head>
  <body><header>页眉里的脐带血</header><main><nav>导航里的地贫</nav><h1>${title}</h1>${main}</main><footer>页脚里的夹闭</footer></body></html>`;

const LEARN = '了解脐带血';
const PAGES: readonly Page[] = [
  { path: '/learn', title: LEARN, main: '<p>先读，再决定。</p>' },
  {
    path: '/learn/what-it-is',
    title: '脐带血是什么',
    section: LEARN,
    main: '<p>宝宝出生、脐带夹闭以后，留在胎盘和脐带血管里的血。<sup class="cite"><a href="#source-1">1</a></sup></p><h2 id="cells">里面有什么</h2><p>有造血干细胞，但不到1%。出生存放之前先称重。</p>',
  },
  {
    path: '/learn/thalassaemia',
    title: '地中海贫血与移植',
    section: LEARN,
    main: '<p>重型患者有时用兄弟姐妹的脐带血移植。</p><h2 id="own">自己的不行</h2><p>带着同样的基因。</p>',
  },
  {
    path: '/learn/research',
    title: '仍在研究的用途',
    section: LEARN,
    main: '<h2 id="autism">孤独症</h2><p>临床试验的结果不一，还没有成为常规治疗。</p><h2 id="cp">脑瘫</h2><p>也在研究。CD34+细胞数、HLA配型都要看。</p>',
  },
  {
    path: '/learn/freezing',
    title: '冷冻和时间',
    section: LEARN,
    main: '<p>程序降温以后进液氮罐。</p><h2 id="how-long">能存多久</h2><p>储存时间最长的研究到27年。</p>',
  },
  {
    path: '/glossary',
    title: '名词解释',
    section: LEARN,
    main: '<dl><div id="cord-blood"><dt>脐带血 <span lang="en">Cord blood</span></dt><dd>留在胎盘里的血。</dd></div><div id="hla"><dt>HLA</dt><dd>白细胞上的标记，配型看它。</dd></div></dl>',
  },
  {
    path: '/faq',
    title: '常见问题',
    section: LEARN,
    main: '<h2>费用</h2><details id="money-back"><summary>中途不存了，退多少</summary><div>没用的整年退。</div></details><details id="twins"><summary>双胞胎怎么算</summary><div>两份。</div></details>',
  },
  {
    path: '/private',
    title: '不给搜索引擎的页',
    main: '<p>保密的内容</p>',
    robots: '<meta name="robots" content="noindex">',
  },
];
const SYNONYMS = [
  ['脐带血', '脐血', 'cord blood'],
  ['存储', '储存', '保存', 'storage'],
  ['地中海贫血', '地贫', 'thalassaemia'],
  ['孤独症', '自闭症', 'autism'],
  ['退费', '退款', '退'],
];
const indexOf = (pages: readonly Page[]) =>
  makeIndex(
    'zh',
    pages.map(html).flatMap((text) => readPage(text) ?? []),
    SYNONYMS,
  );
const index = indexOf(PAGES);
const house = searchable(index);
const hrefs = (query: string): readonly string[] => find(house, query).results.map(({ href }) => href);

describe('words of Chinese', () => {
  it.each([
    ['夹闭', '/learn/what-it-is'],
    ['移植', '/learn/thalassaemia'],
    ['基因', '/learn/thalassaemia#own'],
    ['脑瘫', '/learn/research#cp'],
    ['配型', '/glossary#hla'],
    ['液氮', '/learn/freezing'],
    ['降温', '/learn/freezing'],
    ['多久', '/learn/freezing#how-long'],
    ['两份', '/faq#twins'],
    ['试验', '/learn/research#autism'],
  ])('of two characters are found: %s', (query, best) => {
    expect(hrefs(query)[0]).toBe(best);
  });

  it.each([
    ['地贫', '/learn/thalassaemia'],
    ['脐血', '/glossary#cord-blood'],
    ['自闭症', '/learn/research#autism'],
    ['保存', '/learn/freezing#how-long'],
    ['存储', '/learn/freezing#how-long'],
    ['退款', '/faq#money-back'],
    ['Cord Blood', '/glossary#cord-blood'],
    ['ＡＵＴＩＳＭ', '/learn/research#autism'],
  ])('are found by another name: %s', (query, best) => {
    expect(hrefs(query)[0]).toBe(best);
  });

  it('are found in a question as people ask it', () => {
    expect(hrefs('脐血能存储多久？')[0]).toBe('/learn/freezing#how-long');
    expect(hrefs('地贫可以移植吗')[0]).toBe('/learn/thalassaemia');
    expect(hrefs('双胞胎要交两份钱吗')[0]).toBe('/faq#twins');
  });

  it('count less where they are pieces of other words', () => {
    // 出生|存放 holds 生存, but nobody wrote of survival.
    const alone = searchable(
      indexOf([
        ...PAGES,
        { path: '/learn/survival', title: '移植以后', main: '<p>移植后一年的生存率是多少，看配型。</p>' },
      ]),
    );
    expect(find(alone, '生存').results.map(({ href }) => href)).toEqual([
      '/learn/survival',
      '/learn/what-it-is#cells',
    ]);
  });
});

describe('letters and digits', () => {
  const english = searchable({
    ...makeIndex(
      'en',
      [
        html({
          path: '/en/learn/storing',
          title: 'Storing and storage',
          main: '<p>Units are stored in liquid nitrogen. The mother’s blood is tested too.</p>',
        }),
        html({
          path: '/en/learn/matching',
          title: 'Matching',
          main: '<p>HLA typing. A history of transplants.</p>',
        }),
      ].flatMap((text) => readPage(text) ?? []),
      SYNONYMS,
    ),
  });
  const first = (query: string) => find(english, query).results[0]?.href;

  it('find the forms of an English word, and no word in the middle of another', () => {
    expect(first('store')).toBe('/en/learn/storing');
    expect(first('transplantation')).toBeUndefined();
    expect(first('transplant')).toBe('/en/learn/matching');
    expect(find(english, 'plant').count).toBe(0);
    expect(find(english, 'ant').count).toBe(0);
  });
  it('find a word with a plus, a hyphen or an apostrophe, and both kinds of apostrophe', () => {
    expect(hrefs('CD34+')).toEqual(['/learn/research#cp']);
    expect(first("mother's")).toBe('/en/learn/storing');
  });
  it('say what was taken for a misspelt word', () => {
    const found = find(english, 'nitorgen');
    expect(found.results[0]?.href).toBe('/en/learn/storing');
    expect(found.instead).toEqual([{ typed: 'nitorgen', found: 'nitrogen' }]);
  });
  it('find by a Chinese word on English pages', () => {
    expect(first('存储')).toBe('/en/learn/storing');
  });
});

describe('what is shown', () => {
  it('marks every name of what was looked for, and only whole words of it', () => {
    const [best] = find(house, '脐血').results;
    expect(best?.title.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['脐带血', 'Cord blood']);
    const article = find(house, '脐血').results.find(({ href }) => href === '/learn/thalassaemia');
    expect(article?.excerpt).toContainEqual({ text: '脐带血', hit: true });
  });
  it('names the room and the heading it was found under', () => {
    expect(find(house, '基因').results[0]?.place).toEqual([LEARN, '自己的不行']);
    expect(find(house, '两份').results[0]?.place).toEqual([LEARN, '常见问题']);
  });
  it('takes the page above for the room of a page that names none', () => {
    const pages = [
      ...PAGES,
      { path: '/charity', title: '公益项目', main: '<p>四个项目。</p>' },
      { path: '/charity/ledger', title: '公开账本', main: '<p>按季度公开。</p>' },
    ];
    expect(find(searchable(indexOf(pages)), '季度').results[0]?.place).toEqual(['公益项目']);
  });
  it('quotes no price, which may have changed since the build', () => {
    const pages = [
      { path: '/prices', title: '一共多少钱', main: '<p>签约后付¥5,800.00，以后每年￥650。</p>' },
    ];
    const [best] = find(searchable(indexOf(pages)), '签约').results;
    expect(best?.excerpt.map(({ text }) => text).join('')).toContain('签约后付¥…，以后每年¥…。');
  });
  it('finds neither header, menu nor footer, nor what is kept from search engines', () => {
    expect(hrefs('页眉')).toEqual([]);
    expect(hrefs('导航')).toEqual([]);
    expect(hrefs('页脚')).toEqual([]);
    expect(hrefs('保密')).toEqual([]);
  });
  it('says so when nothing holds all the words', () => {
    const found = find(house, '脑瘫 退费');
    expect(found.partly).toBe(true);
    expect(found.results.map(({ href }) => href)).toEqual(
      expect.arrayContaining(['/learn/research#cp', '/faq#money-back']),
    );
  });
  it.each(['', '   ', '？？？', '龘靐', '<script>', '%', '\\', 'a'.repeat(500), '的', '/', '[', '(.*)+$'])(
    'answers anything without falling over: %j',
    (query) => {
      expect(find(house, query).count).toBeGreaterThanOrEqual(0);
    },
  );
});

describe('the list of all topics', () => {
  it('has every page that can be found, once', () => {
    const listed = topicsOf(index).flatMap(({ href, pages }) => [href, ...pages.map((page) => page.href)]);
    const paths = index.pages.map(({ path }) => path);
    expect(listed.filter((href) => href !== '').toSorted()).toEqual(paths.toSorted());
  });
});

describe('a need in somebody’s own words', () => {
  const needs = [
    {
      to: '/prices',
      words: ['多少钱', 'cost'],
      title: { zh: '一共多少钱', en: 'Costs' },
      line: { zh: '每一笔', en: 'All' },
    },
    {
      to: '/refunds',
      words: ['退款', '退多少钱', 'money back'],
      title: { zh: '退多少', en: 'Back' },
      line: { zh: '表', en: 'A table' },
    },
  ];
  const read = PAGES.map(html).flatMap((text) => readPage(text) ?? []);
  const signposted = searchable(makeIndex('zh', read, SYNONYMS, needs));
  const first = (query: string) => find(signposted, query).results[0]?.href;

  it('is answered first by the page that meets it', () => {
    expect(first('脐带血多少钱？')).toBe('/prices');
    expect(first('双胞胎要多少钱')).toBe('/prices');
    expect(first('COST')).toBe('/prices');
    expect(find(signposted, '退款').results[1]?.href, 'and what else is found follows').toBe(
      '/faq#money-back',
    );
  });
  it('goes by the longest word that fits, and by whole words of letters', () => {
    expect(first('能退多少钱')).toBe('/refunds');
    expect(first('costume')).not.toBe('/prices');
  });
  it('is answered though no page holds a word of it', () => {
    const found = find(signposted, 'money back');
    expect([found.count, found.partly, found.results[0]?.href]).toEqual([1, false, '/refunds']);
  });
});

describe('other ways to write our words', () => {
  it.each([
    ['臍帶血', '/glossary#cord-blood'],
    ['臍血', '/glossary#cord-blood'],
    ['自閉症', '/learn/research#autism'],
    ['qidaixue', '/glossary#cord-blood'],
    ['Qi Dai Xue', '/glossary#cord-blood'],
    ['zibizheng', '/learn/research#autism'],
  ])('%s is found', (query, best) => {
    expect(hrefs(query)[0]).toBe(best);
  });
  it('leave a word alone that is one of ours', () => {
    expect(hrefs('HLA')).toContain('/glossary#hla');
  });
});

it('pages that came after the build are found beside the others', () => {
  const late = { path: '/events/eve_1', title: '分娩呼吸法练习', section: '讲座', text: '12月5日\n济南市' };
  const found = find(withLatePages(house, [late]), '分娩呼吸法练习');
  expect(found.results[0]).toMatchObject({ href: '/events/eve_1', place: ['讲座'] });
  expect(find(house, '分娩呼吸法练习').results[0]?.href).not.toBe('/events/eve_1');
});

describe('what a page leaves out of the search', () => {
  const one = (main: string) => readPage(html({ path: '/x', title: '退费', main }));
  it('marks beside a word are no part of its name, and a second line is no part of it either', () => {
    const page = one(
      '<details id="row"><summary><b>订单和收据</b><span>记账</span><span class="tag off">敏感</span></summary><p>留十年。</p></details>',
    );
    expect(page?.entries[1]).toMatchObject({ heading: '订单和收据', text: '记账\n留十年。' });
  });
  it('a page that leaves nothing is not found at all', () => {
    expect(one('<div data-search="off"><p>搜索框</p></div>')).toBeNull();
  });
});

it('the pages of a room stand in the order the room lists them', () => {
  const room = {
    path: '/learn',
    title: LEARN,
    main: '<a href="/learn/freezing#how-long">先</a><a href="/learn/what-it-is">后</a><p>。</p>',
  };
  const { pages } = indexOf([room, ...PAGES.slice(1)]);
  expect(
    pages
      .filter(({ section }) => section === LEARN)
      .map(({ path }) => path)
      .slice(0, 2),
  ).toEqual(['/learn/freezing', '/learn/what-it-is']);
});
