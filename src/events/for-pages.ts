/** The door of events for the pages: finding, booking, making and opening the door. Words and components they take from their rooms. */
export { bookingStep, findStep } from './booking/booking-form.ts';
export { bookingFacts, bookingTable, fits, takesBookings } from './booking/booking.ts';
export { prefilled } from './booking/prefilled.ts';
export { walkInSeats } from './door/check-in.ts';
export { draftOf } from './editing/event-draft.ts';
export { answersOf, eventStep } from './editing/event-form.ts';
export { dayOf, kindName, momentOf, placeLine, whenOf } from './event-words.ts';
export { eventTable, factsOf, hasStarted, isOnline, isOver } from './event.ts';
export { eventRules } from './ports.ts';
export { calendarEntry } from './public/calendar-entry.ts';
export { eventFacts } from './public/event-facts.ts';
export { keyText, readFilter, readKey } from './public/list-query.ts';
export { standing } from './public/standing.ts';
export { upcomingInWords } from './public/upcoming-in-words.ts';
export { madeLine } from './staff/made-line.ts';
export { isExportPurpose } from './staff/registrants.ts';
