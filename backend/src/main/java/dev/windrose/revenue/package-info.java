/** What we sell for how much: price books and quotes as records. Arithmetic is done here, never by whoever words it. */
@ApplicationModule(
        displayName = "Revenue",
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
            "work :: *"
        })
@NullMarked
package dev.windrose.revenue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
