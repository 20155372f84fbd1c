/** Threads of messages with their run events; later company context, message tree, retrieval. */
@ApplicationModule(
        displayName = "Context",
        allowedDependencies = {
            "platform",
            "platform :: *",
            "events",
            "llm",
            "llm :: *",
            "records",
            "records :: *",
            "crm",
            "crm :: *"
        })
@NullMarked
package dev.windrose.context;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
