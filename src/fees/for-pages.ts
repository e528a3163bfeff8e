/** The door of fees for the pages: prices, what a family owes, and money that fits no claim. Words and components they take from their rooms. */
export { amountsOf, heldTags, receivedMoney } from './held/held-words.ts';
export { askedFrom, isAskedFor } from './orders/asked.ts';
export { calculate } from './prices/calculator.ts';
export { priceForm } from './prices/price-form.ts';
export { refundTiming } from './prices/refund-timing.ts';
export { receiptOnPage } from './receipt/payers.ts';
export { familyFees } from './view/family-fees.ts';
export { mayPay, standing, told } from './view/order-view.ts';
