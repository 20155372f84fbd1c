/**
 * What people write becomes a decision log and change sets. {@code Intake.take} reads a text ({@code intake.reading}) against the records it
 * may mean ({@code intake.names}), writes what an employee stated, keeps what is risky as a proposal, and refuses the rest with a reason.
 */
@ApplicationModule(
        displayName = "Intake",
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
            "workspace"
        })
@NullMarked
package dev.windrose.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
