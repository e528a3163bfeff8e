/** Front door of the payment port. */
export type {
  Checkout,
  CheckoutRequest,
  DeclineReason,
  PaymentEvent,
  PaymentMethod,
  PaymentProvider,
  ProviderFailure,
} from './payments.ts';
export { stripeProvider, STRIPE_API_VERSION, type StripeOptions } from './stripe-provider.ts';
