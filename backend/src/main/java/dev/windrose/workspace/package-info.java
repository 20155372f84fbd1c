/** Comments with mentions; later views, layouts, presence, notifications. */
@ApplicationModule(
        displayName = "Workspace",
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
            "context :: *"
        })
@NullMarked
package dev.windrose.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
