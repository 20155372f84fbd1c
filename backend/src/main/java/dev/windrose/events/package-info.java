/** The append-only event log, subscriptions with cursor and lease, replay. */
@ApplicationModule(displayName = "Events", allowedDependencies = {"platform", "platform :: *"})
@NullMarked
package dev.windrose.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
