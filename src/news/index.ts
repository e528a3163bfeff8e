/** What happened, with its source: the rest of the house may word the day of an item. Items come from the collection `news`. */
/** `2019年3月` or `28 July 2022`: to the day or the month, as the source has it. */
export { newsDay } from './news-day.ts';
