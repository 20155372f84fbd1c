/** Rules of policies as data: facts, conditions over them, outcomes, and what they come to when facts are not known. */
@NamedInterface("policy-rule")
@NullMarked
package dev.windrose.context.policy.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
