/** Tasks, issues and projects; reports and drafts of mails. */
@ApplicationModule(
        displayName = "Work",
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
package dev.windrose.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
