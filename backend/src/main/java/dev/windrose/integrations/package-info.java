/**
 * Sources of messages. A {@code Connector} knows one kind of source; a connection is one of them in a workspace. Whatever arrives is written into a
 * ledger, once, together with the job that hands it to intake, so nothing is lost or doubled and every day adds up.
 */
@ApplicationModule(
        displayName = "Integrations",
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
            "intake"
        })
@NullMarked
package dev.windrose.integrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
