# Test orders

desk-test-order = Test order
desk-test-order-hint = Counts nowhere, costs nothing, takes no place. Mails go to your own address alone.
desk-test-order-means = It counts nowhere, costs nothing and takes no place. Its ticket is not good at the entrance. Mails go only to the address it was made with.
desk-test-orders = Test orders
desk-test-without = Without
desk-test-only = Test orders only
desk-test-delete = Delete the test order
desk-flash-test-deleted = The test order is deleted.
desk-flash-test-gone = This order is no longer there.
desk-audit-order-test-deleted = Test order { $what } deleted
registration-error-no-test = Only test orders are deleted. You can cancel this order.
registration-ticket-test = TEST – not good at the entrance
checkin-next-test = This is a test ticket of the organisers. It is not good at the entrance.
