/** How good the records of a workspace are: what is missing, out of date, wrong or left alone, each as a filter that opens those records. */
@NamedInterface("quality")
@NullMarked
package dev.windrose.records.quality;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
