/** Companies, contacts, deals, products, interactions, feedback, objections, customer states. */
@ApplicationModule(
        displayName = "CRM",
        allowedDependencies = {"platform", "platform :: *", "events", "llm", "llm :: *", "records", "records :: *"})
@NullMarked
package dev.windrose.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
