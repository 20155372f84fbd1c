/** Pipelines: the stages of deals, what each means for a deal, and who may change them. */
@NamedInterface("pipeline")
@NullMarked
package dev.windrose.crm.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
