package dev.windrose.context.claim;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the rules make of one claim.
 *
 * @param match the entry that decided; null where none is near
 * @param others further entries that say the same
 * @param guarded a number, name or permission stands against it, so that nothing may make it supported
 * @param sure 0 to 1, how clear the case is
 */
record Judged(Verdict verdict, String why, @Nullable Match match, List<Match> others, boolean guarded, double sure) {}
