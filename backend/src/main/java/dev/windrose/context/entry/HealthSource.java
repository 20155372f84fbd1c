package dev.windrose.context.entry;

import dev.windrose.platform.id.ContextEntryId;
import java.util.List;

/** Finds what contradicts itself or is used though it no longer holds. A bean per kind of finding; asked as whoever looks. */
public interface HealthSource {

    /**
     * @param code for programs, such as {@code two_headlines}
     * @param text the finding in a sentence
     * @param entries which entries it is about
     */
    record Finding(EntryCategory category, String code, String text, List<ContextEntryId> entries) {}

    /** Of what the actor in scope may read. */
    List<Finding> findings();
}
