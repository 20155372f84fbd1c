/** REST over every record type: records, history, change sets, live changes, and what pages need to know of the types. */
@NamedInterface("web")
@NullMarked
package dev.windrose.records.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
