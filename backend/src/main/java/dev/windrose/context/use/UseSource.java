package dev.windrose.context.use;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * A type of records whose texts may use what the company says: mails, pages, decks, quotes. A bean per type; its records are read in the background as
 * their events come.
 */
public interface UseSource {

    /** The record type. */
    String type();

    /** The texts of these records; a record without one, or in the bin, is left out, and what it used counts no more. */
    List<UsedText> texts(Collection<UUID> records);
}
