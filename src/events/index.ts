/** 活动 events: lectures, classes and culture days, with seats, a waiting list, reminders and a door. */
export { eventStore, type EventStore } from './event-store.ts';
export { bookingStore, type BookingStore } from './booking/booking-store.ts';
export { eventMachine, type BankEvent, type EventContent, type EventState } from './event.ts';
export { bookingMachine, type Booking, type BookingState } from './booking/booking.ts';
export { eventJobs, eventTasks } from './event-jobs.ts';
export type { EventDraft } from './editing/event-draft.ts';
/** Use cases, for seeds and tests; pages go through the actions. */
export { bookSeats } from './booking/book-seats.ts';
export { cancelBooking, reduceParty } from './booking/change-booking.ts';
export { checkIn, undoCheckIn, walkIn } from './door/check-in.ts';
export { changeCapacity } from './editing/change-capacity.ts';
export { cancelEvent, holdOver, publishEvent } from './editing/move-event.ts';
export { createEvents, editEvent } from './editing/save-event.ts';
export { eraseRegistrants } from './erase-registrants.ts';
export { revealRegistrant, exportRegistrants } from './staff/registrants.ts';
export { remindDue } from './telling/remind.ts';
