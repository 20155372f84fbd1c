/**
 * What somebody says of the company's own rules, laid beside what its entries say: the value that changes is found and replaced in place, or a new
 * entry is drafted. Nothing is written here; whoever asks proposes it.
 */
@NamedInterface("amend")
@NullMarked
package dev.windrose.context.amend;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
