/** The edge: problem details, OpenAPI, the served web application, live updates. */
@ApplicationModule(
        displayName = "API",
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
            "work :: *",
            "workspace",
            "workspace :: *",
            "intake",
            "intake :: *",
            "integrations",
            "agents",
            "agents :: *"
        })
@NullMarked
package dev.windrose.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
