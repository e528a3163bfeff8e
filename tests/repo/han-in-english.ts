/** Han text allowed on English pages: names with no English form, filing numbers, and the switch to Chinese. */
export const HAN_ALLOWED_IN_ENGLISH: readonly string[] = ['中文'];
