/** The door of fees for the pages: prices, what a family owes, and money that fits no claim. Words and components they take from their rooms. */
export { heldTags, receivedMoney } from './held/held-words.ts';
export { calculate } from './prices/calculator.ts';
export { priceForm } from './prices/price-form.ts';
export { familyFees } from './view/family-fees.ts';
export { orderName } from './view/fees-overview.ts';
export { mayPay, standing } from './view/order-view.ts';
