/** Rules of policies as data: facts, conditions over them, outcomes, and what they come to when facts are not known. */
@NullMarked
package dev.windrose.context.policy.rule;

import org.jspecify.annotations.NullMarked;
