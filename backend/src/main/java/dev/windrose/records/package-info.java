/** The generic record engine: descriptors, store, query, change sets, history, provenance. */
@ApplicationModule(displayName = "Records", allowedDependencies = {"platform", "platform :: *", "events", "llm", "llm :: *"})
@NullMarked
package dev.windrose.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
