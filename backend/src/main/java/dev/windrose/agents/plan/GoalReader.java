package dev.windrose.agents.plan;

import java.util.Optional;

/**
 * Reads what somebody wants done. Beans of it are asked in their order ({@code @Order}); the first that knows the goal has it.
 *
 * <p>A reader runs as the person who speaks and reads only: what this person must not see is not there, and what this person may not do is no goal. It
 * takes a message whole or not at all, so that no half of an order is carried out.
 */
public interface GoalReader {

    /** @return empty where the words are no goal that this reader knows */
    Optional<Goal> read(Wanted wanted);
}
