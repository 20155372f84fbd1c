/** What people write becomes a decision log and change sets. */
@ApplicationModule(displayName = "Intake", allowedDependencies = {"platform", "platform :: *", "events", "llm", "llm :: *", "records", "records :: *", "crm", "crm :: *", "context", "context :: *", "work", "work :: *", "workspace"})
@NullMarked
package dev.windrose.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
