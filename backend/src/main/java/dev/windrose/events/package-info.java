/**
 * The append-only event log, subscriptions with a stored cursor and a lease, retry, dead letters and replay.
 *
 * <p>Write: declare an {@link dev.windrose.events.EventType} in a {@link dev.windrose.events.DeclaresEvents} bean and call
 * {@link dev.windrose.events.EventLog#append} inside the transaction of the change. Read: offer an
 * {@link dev.windrose.events.EventSubscription} bean. Delivery is at least once and in order for each record; the position of an event,
 * with its record, is its key for handlers that must not act twice: the events of one large change set share a position.
 */
@ApplicationModule(
        displayName = "Events",
        allowedDependencies = {"platform", "platform :: *"})
@NullMarked
package dev.windrose.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
