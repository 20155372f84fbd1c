/**
 * Stages of journeys, definitions of metrics and their values, and the events that journeys are folded from.
 */
@ApplicationModule(
        displayName = "Journeys",
        allowedDependencies = {
            "platform",
            "platform :: *",
            "events",
            "llm",
            "llm :: *",
            "records",
            "records :: *",
            "crm",
            "crm :: *",
            "context",
            "context :: *",
            "work",
            "workspace"
        })
@NullMarked
package dev.windrose.journeys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
