/** The seam to language models and the embedded reasoner: embeddings and language tools. */
@ApplicationModule(
        displayName = "Language",
        allowedDependencies = {"platform", "platform :: *"})
@NullMarked
package dev.windrose.llm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
