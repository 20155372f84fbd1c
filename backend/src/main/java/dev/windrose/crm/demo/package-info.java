/** The demo world: an invented firm with a past, told in files of {@code fixtures/demo} as steps relative to today. */
@NamedInterface("demo")
@NullMarked
package dev.windrose.crm.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
