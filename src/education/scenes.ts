/** The picture at the head of each article, by its slug, and what it shows in words. */
import type { Text } from '#src/shared/i18n.ts';
import type { SceneName } from '#src/ui/illustrations/Scene.astro';

interface ArticleScene {
  readonly scene: SceneName;
  readonly shows: Text;
}

export const SCENE_OF: Readonly<Record<string, ArticleScene>> = {
  'what-it-is': {
    scene: 'birth',
    shows: {
      zh: '妈妈抱着刚出生的宝宝，脐带从这里出发',
      en: 'A mother holds her newborn; the cord sets out from here',
    },
  },
  'how-it-is-collected': {
    scene: 'birth',
    shows: {
      zh: '宝宝已经在妈妈怀里，脐带才开始它的路',
      en: 'The baby is in its mother’s arms before the cord begins its way',
    },
  },
  'what-can-go-wrong': {
    scene: 'receipt',
    shows: {
      zh: '到库时打开采集箱，核对血袋和两张标签',
      en: 'At receipt the kit is opened and the bag compared with two labels',
    },
  },
  'transport-and-time': {
    scene: 'road',
    shows: {
      zh: '路上的采集箱，带着标签和温度记录仪',
      en: 'The kit on the road, with its label and its temperature logger',
    },
  },
  'what-is-measured': {
    scene: 'tests',
    shows: {
      zh: '显微镜，和镜下看到的细胞',
      en: 'A microscope, and the cells seen through it',
    },
  },
  'reading-a-report': { scene: 'paper', shows: { zh: '一份报告', en: 'A report on paper' } },
  'when-a-unit-is-not-stored': { scene: 'letter', shows: { zh: '一封信', en: 'A letter' } },
  'freezing-and-time': {
    scene: 'tank',
    shows: {
      zh: '脐带的尽头是零下196℃的液氮罐',
      en: 'The cord ends in a tank of liquid nitrogen at −196 °C',
    },
  },
  'established-uses': { scene: 'hospital', shows: { zh: '一家医院', en: 'A hospital' } },
  'still-research': {
    scene: 'research',
    shows: { zh: '研究用的器皿', en: 'Vessels of a research laboratory' },
  },
  'how-likely-it-is-used': {
    scene: 'years',
    shows: { zh: '往后的年月还没有来，脐带是虚线', en: 'The years to come: the cord is dotted' },
  },
  'limits-of-own-cells': {
    scene: 'cradle',
    shows: { zh: '摇篮里睡着的孩子', en: 'A child asleep in a cradle' },
  },
  matching: { scene: 'lens', shows: { zh: '一只放大镜', en: 'A magnifying glass' } },
  'brothers-and-sisters': {
    scene: 'cradle',
    shows: { zh: '摇篮里睡着的孩子', en: 'A child asleep in a cradle' },
  },
  'family-or-public-bank': { scene: 'bank', shows: { zh: '一座脐血库', en: 'A cord blood bank' } },
  'twins-preterm-caesarean': { scene: 'hospital', shows: { zh: '一家医院', en: 'A hospital' } },
  'immune-cells': { scene: 'cells', shows: { zh: '几种免疫细胞', en: 'Immune cells of several kinds' } },
  'law-and-licence': { scene: 'licence', shows: { zh: '一张执业许可证', en: 'A licence' } },
  'if-a-bank-closes': { scene: 'drawer', shows: { zh: '一只装记录的抽屉', en: 'A drawer of records' } },
  'insurance-with-storage': { scene: 'paper', shows: { zh: '一份合同', en: 'A contract on paper' } },
  'ownership-at-eighteen': {
    scene: 'years',
    shows: { zh: '往后的年月还没有来，脐带是虚线', en: 'The years to come: the cord is dotted' },
  },
  'questions-to-ask': { scene: 'book', shows: { zh: '一本摊开的书', en: 'An open book' } },
};
