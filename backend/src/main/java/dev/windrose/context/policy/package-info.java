/**
 * Policies that are enforced: clauses become rules, rules are asked with facts, and what they ask of a change is asked of whoever makes it.
 * A clause that is not surely understood stays text.
 */
@NamedInterface("policy")
@NullMarked
package dev.windrose.context.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
