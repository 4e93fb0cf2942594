//! Seats in sessions: where everybody sees what is left, where ticket holders book, and where the desk looks after them.

use crate::route::addresses;

addresses! {
    /// How many seats are left at each occurrence of a session, and how one books.
    SessionSeats { congress, code } = "/{congress}/programme/{code}/seats";
    /// What one attendee has booked, and can book, by their own link.
    MyWorkshops { congress, secret } = "/{congress}/my/{secret}/workshops";
    /// Books a seat at the occurrence of this number.
    MyBooking { congress, secret, number } = "/{congress}/my/{secret}/workshops/{number}";
    /// Gives it back.
    MyBookingReturn { congress, secret, number } = "/{congress}/my/{secret}/workshops/{number}/return";
    /// The same for one attendee of an order, by the order's link.
    OrderAttendeeWorkshops { congress, code, secret, position } = "/{congress}/orders/{code}/{secret}/attendees/{position}/workshops";
    OrderAttendeeBooking { congress, code, secret, position, number } = "/{congress}/orders/{code}/{secret}/attendees/{position}/workshops/{number}";
    OrderAttendeeBookingReturn { congress, code, secret, position, number } = "/{congress}/orders/{code}/{secret}/attendees/{position}/workshops/{number}/return";
    /// All occurrences whose seats are booked.
    DeskBookings { congress } = "/{congress}/desk/bookings";
    /// Who has a seat at one: the list for its door.
    DeskSeats { congress, number } = "/{congress}/desk/bookings/{number}";
    /// Books for somebody.
    DeskBooking { congress, number } = "/{congress}/desk/bookings/{number}/people";
    /// Gives somebody's seat back.
    DeskBookingReturn { congress, number, code, position } = "/{congress}/desk/bookings/{number}/people/{code}/{position}/return";
}
