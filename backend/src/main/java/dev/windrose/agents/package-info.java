/**
 * What does the work: tools with their effects stated, runs in durable steps, approvals. A run calls tools under the rights of who asked for it, narrowed
 * by those of its agent.
 */
@ApplicationModule(
        displayName = "Agents",
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
            "revenue",
            "revenue :: *",
            "workspace",
            "workspace :: *",
            "intake",
            "intake :: *",
            "journeys",
            "journeys :: *"
        })
@NullMarked
package dev.windrose.agents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
