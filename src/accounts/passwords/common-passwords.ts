/**
 * Pieces that guessers try first: the commonest passwords, pinyin of names and endearments, this bank's own words. A
 * password made only of these is refused; the longest come first so that "woaini1314" goes as a whole.
 */
const PIECES = `
password passw0rd passwd letmein welcome iloveyou admin administrator monkey dragon master sunshine princess football
baseball superman batman shadow michael jennifer charlie jordan hunter trustno login hello freedom whatever secret
qwerty qwertyuiop asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qazwsxedc 1qaz2wsx qweasd qweasdzxc qweqwe asdasd
abc abcd abcde abcdef abc123 aaa 111 000 123 321 456 654 789 987 147 258 369 520 521 1314 5201314 1314520 666 888 999
168 518 a123456 q123456 z123456 123456 123456789 woaini woaiwojia woaini1314 woaiwoziji wodemima mima mimashi wobuzhidao
wangjimima nihao nihaoma zhongguo beijing shanghai shandong jinan qingdao qilu laopo laogong baobao baobei baba mama
gege jiejie didi meimei yeye nainai laoshi xuesheng tianshi xiaobao dabao erbao haizi jiankang pingan xingfu kuaile
fadacai gongxifacai facai caishen zhang wang zhao chen yang huang zhou xu sun ma zhu hu guo lin gao liang zheng song
tang feng dong xiao cao peng zeng wei xiaoming xiaohong lihua zhangwei wangwei wangfang liwei lina zhangmin lijing
wangjing liqiang zhangli chenjie liuyang wangyan zhangjie lijun wangyong liufang taobao tencent weixin wechat alipay
huawei xiaomi google facebook linkedin apple samsung computer internet family families mother father baby babies
cordblood cord blood bank jidaixue jidai qidai qidaixue ganxibao stemcell cloud spring summer autumn winter january
monday test testtest tester user guest root default changeme temp temporary example demo
`;

export const COMMON_WORDS: readonly string[] = PIECES.trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length);
